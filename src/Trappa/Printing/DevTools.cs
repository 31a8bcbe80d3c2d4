using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;

namespace Trappa.Printing;

/// <summary>
/// The browser's own protocol over its pipe: JSON messages that end in a NUL, answers by number, events as they come
/// (Chrome DevTools Protocol 1.3, "flat" sessions).
/// </summary>
internal sealed class DevTools
{
    private readonly Stream _out;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly Lock _writing = new();
    private readonly Action<string, string, JsonElement> _happened;
    private int _last;

    /// <summary>Begins to listen.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="happened">Hears of events: session, name, what it brings.</param>
    public DevTools(BrowserProcess browser, Action<string, string, JsonElement> happened)
    {
        _out = browser.ToBrowser;
        _happened = happened;
        Listening = Task.Run(() => ListenAsync(browser.FromBrowser));
    }

    /// <summary>Ends when the browser has nothing more to say.</summary>
    public Task Listening { get; }

    /// <summary>Asks for something and waits for the answer.</summary>
    /// <param name="session">The tab, or empty for the browser itself.</param>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Writes what it needs, inside an object; null where it needs nothing.</param>
    /// <exception cref="PrintException">The browser refuses, or is gone.</exception>
    public async Task<JsonElement> AskAsync(string session, string method, Action<Utf8JsonWriter>? parameters = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        if (Listening.IsCompleted)
        {
            throw new PrintException(PrintFault.Ended, method);
        }
        Send(Message(id, session, method, parameters));
        return await answer.Task;
    }

    private static byte[] Message(int id, string session, string method, Action<Utf8JsonWriter>? parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteString("method", method);
            if (session.Length > 0)
            {
                json.WriteString("sessionId", session);
            }
            json.WriteStartObject("params");
            parameters?.Invoke(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, 0];
    }

    private void Send(byte[] message)
    {
        try
        {
            lock (_writing)
            {
                _out.Write(message);
                _out.Flush();
            }
        }
        catch (IOException e)
        {
            throw new PrintException(PrintFault.Ended, e.Message);
        }
    }

    private async Task ListenAsync(Stream from)
    {
        try
        {
            var message = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                var rest = buffer.AsMemory(0, read);
                int end;
                while ((end = rest.Span.IndexOf((byte)0)) >= 0)
                {
                    message.Write(rest.Span[..end]);
                    Take(message.GetBuffer().AsMemory(0, (int)message.Length));
                    message.SetLength(0);
                    rest = rest[(end + 1)..];
                }
                message.Write(rest.Span);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or JsonException)
        {
            // The same as an end: nobody speaks any more, or nonsense.
        }
        finally
        {
            foreach (var answer in _waiting.Values)
            {
                answer.TrySetException(new PrintException(PrintFault.Ended, ""));
            }
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        var root = document.RootElement;
        if (root.TryGetProperty("id", out var id))
        {
            if (_waiting.TryRemove(id.GetInt32(), out var answer))
            {
                if (root.TryGetProperty("error", out var error))
                {
                    answer.TrySetException(new PrintException(PrintFault.Refused, error.GetProperty("message").GetString() ?? ""));
                }
                else
                {
                    answer.TrySetResult(root.GetProperty("result").Clone());
                }
            }
            return;
        }
        var session = root.TryGetProperty("sessionId", out var s) ? s.GetString() ?? "" : "";
        _happened(session, root.GetProperty("method").GetString() ?? "", root.GetProperty("params").Clone());
    }
}
