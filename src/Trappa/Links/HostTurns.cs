using System.Collections.Concurrent;
using System.Text;
using Trappa.Web;

namespace Trappa.Links;

/// <summary>What a server lets programs read, or why that is not known.</summary>
/// <param name="Rules">The rules; null where they are not known.</param>
/// <param name="Fault">What happened instead, where the server could not be reached.</param>
/// <param name="Status">The status it answered with instead.</param>
internal sealed record RobotAnswer(RobotRules? Rules, WebFault? Fault = null, int Status = 0);

/// <summary>Asks servers by their turn: each has one request at a time, a pause between two, and the rest it asks for.</summary>
internal sealed class HostTurns(Requests requests, TimeProvider clock)
{
    /// <summary>As long as a server may ask us to wait before we go on without it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int MostWaits = 2, MostRobotRedirects = 5;

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Lazy<Task<RobotAnswer>>> _robots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks when it is the host's turn.</summary>
    /// <returns>The answer, or null where the host asked to be left alone for longer than we wait.</returns>
    public async Task<Reply?> Ask(HttpMethod method, Uri address, int mostBytes, CancellationToken stop)
    {
        var host = _hosts.GetOrAdd(address.Host, static _ => new());
        await host.Turn.WaitAsync(stop);
        try
        {
            for (var waits = 0; ; waits++)
            {
                if (host.IsClosed)
                {
                    return null;
                }
                if (host.Next - clock.GetUtcNow() is var pause && pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause, clock, stop);
                }
                var reply = await requests.Ask(method, address, mostBytes, stop);
                host.Next = clock.GetUtcNow() + Pause;
                if (reply.Status != 429 && (reply.Status != 503 || reply.RetryAfter is null))
                {
                    return reply;
                }
                host.IsClosed = waits == MostWaits || reply.RetryAfter is null || reply.RetryAfter > Patience;
                host.Next += reply.RetryAfter ?? TimeSpan.Zero;
            }
        }
        finally
        {
            host.Turn.Release();
        }
    }

    /// <summary>What the address's server lets programs read; asked for once.</summary>
    public Task<RobotAnswer> Robots(Uri address, CancellationToken stop) => _robots
        .GetOrAdd(address.GetLeftPart(UriPartial.Authority), authority => new(() => ReadRobots(new(authority + "/robots.txt"), stop))).Value;

    private async Task<RobotAnswer> ReadRobots(Uri at, CancellationToken stop)
    {
        for (var hops = 0; hops <= MostRobotRedirects; hops++)
        {
            var reply = await Ask(HttpMethod.Get, at, RobotRules.MostBytes, stop);
            if (reply is null)
            {
                return new(null);
            }
            if (reply.Fault is not null)
            {
                return new(null, reply.Fault);
            }
            if (reply.IsRedirect && reply.Location is { } location && WebAddress.Askable(location.AbsoluteUri) is { } target)
            {
                at = target;
                continue;
            }
            // RFC 9309 §2.3.1.3, §2.3.1.4: what is not there forbids nothing; a server in trouble is left alone.
            return reply.IsGood ? new(RobotRules.Read(Encoding.UTF8.GetString(reply.Body.Span), Requests.ProductName))
                : reply.Status < 500 ? new(RobotRules.None)
                : new(null, Status: reply.Status);
        }
        // §2.3.1.2: led on more often than that, it is as if it were not there.
        return new(RobotRules.None);
    }

    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1);
        public DateTimeOffset Next { get; set; } = DateTimeOffset.MinValue;
        public bool IsClosed { get; set; }
    }
}
