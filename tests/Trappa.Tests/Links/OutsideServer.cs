using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Trappa.Web;

namespace Trappa.Tests.Links;

/// <summary>A request as it came over the wire.</summary>
internal sealed record Asked(string Method, string Host, string Path, string Head);

/// <summary>
/// Every server outside the guide, on loopback: whatever name is asked for leads here, and each path misbehaves in its own way.
/// </summary>
internal sealed class OutsideServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly ConcurrentDictionary<string, int> _atOnce = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Func<Asked, Stream, Task> _answer;
    private readonly Task _listening;

    /// <param name="answer">Writes what is answered, or not; the connection ends with it.</param>
    public OutsideServer(Func<Asked, Stream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _listening = Listen();
    }

    /// <summary>What was asked for, in its order.</summary>
    public ImmutableArray<Asked> Requests => [.. _asked];

    /// <summary>The same in short, without what asks for <c>robots.txt</c>.</summary>
    public IEnumerable<string> Pages => Requests.Where(r => r.Path != "/robots.txt").Select(r => $"{r.Method} {r.Host}{r.Path}");

    /// <summary>The most requests that any host had at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Is over when the test is.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>A server that answers each request with these words.</summary>
    public static OutsideServer Saying(Func<Asked, string> answer)
    {
        OutsideServer? server = null;
        return server = new(async (asked, stream) =>
        {
            // A client that had a second request by the way would have it here by now; when it has this answer it may go on.
            await Task.Yield();
            server!._atOnce.AddOrUpdate(asked.Host, 0, (_, n) => n - 1);
            await Say(stream, answer(asked));
        });
    }

    public static Task Say(Stream stream, string words) => stream.WriteAsync(Encoding.UTF8.GetBytes(words)).AsTask();

    /// <summary>Says no more until the client has had enough.</summary>
    public static Task UntilLeft(Stream stream) => stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false).AsTask();

    /// <summary>An answer with a status, other heads and a body.</summary>
    public static string Answer(int status, string head = "", string body = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{head}Connection: close\r\n\r\n{body}";

    /// <summary>Connections of the program's own kind, which end here; names under <c>.invalid</c> no machine has (RFC 6761).</summary>
    public HttpMessageHandler Connections()
    {
        var handler = Web.Requests.Connections();
        handler.ConnectCallback = async (context, stop) =>
        {
            if (context.DnsEndPoint.Host.EndsWith(".invalid", StringComparison.Ordinal))
            {
                throw new SocketException((int)SocketError.HostNotFound);
            }
            if (context.DnsEndPoint.Host.EndsWith(".closed", StringComparison.Ordinal))
            {
                throw new SocketException((int)SocketError.ConnectionRefused);
            }
            var client = new TcpClient();
            await client.ConnectAsync((IPEndPoint)_listener.LocalEndpoint, stop);
            return client.GetStream();
        };
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _listening;
        await Task.WhenAll(_talks);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _talks.Add(Task.Run(() => Talk(client)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                if (await Head(stream) is not { } asked)
                {
                    return;
                }
                _asked.Enqueue(asked);
                MostAtOnce = Math.Max(MostAtOnce, _atOnce.AddOrUpdate(asked.Host, 1, (_, n) => n + 1));
                await _answer(asked, stream);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The client has had enough, which is what some of the tests are about.
        }
    }

    private async Task<Asked?> Head(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            // What is no HTTP, such as the beginning of a secure connection, is closed.
            if (await stream.ReadAsync(one, _end.Token) == 0 || one[0] > 127 || (head.Length == 0 && !char.IsAsciiLetterUpper((char)one[0])))
            {
                return null;
            }
            head.Append((char)one[0]);
        }
        var lines = head.ToString().Split("\r\n");
        var words = lines[0].Split(' ');
        var host = lines.First(l => l.StartsWith("Host: ", StringComparison.Ordinal))["Host: ".Length..];
        return new(words[0], host, words[1], head.ToString());
    }
}
