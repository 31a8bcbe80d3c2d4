using System.Net.Http.Headers;
using System.Text;

namespace Trappa.Web;

/// <summary>Asks other people's servers: without cookies or memory, says who asks, and gives up in time.</summary>
public sealed class Requests : IDisposable
{
    /// <summary>The name that servers see, and that <c>robots.txt</c> may speak to (RFC 9309 §2.2.1).</summary>
    public const string ProductName = "trappa";

    /// <summary>How long one answer may take, its body included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client;
    private readonly TimeProvider _clock;

    /// <param name="handler">What makes the connections; ended with this.</param>
    /// <param name="clock">What time limits go by.</param>
    /// <param name="language">The language that answers are wished in, <c>sv</c>.</param>
    /// <param name="site">Where servers can read who asks: the guide's own address, or null.</param>
    public Requests(HttpMessageHandler handler, TimeProvider clock, string language, string? site)
    {
        _clock = clock;
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(Requests).Assembly.GetName().Version!.ToString(3);
        _client.DefaultRequestHeaders.UserAgent.Add(new(ProductName, version));
        if (site is not null && WebAddress.Askable(site) is { } who)
        {
            // Brackets would end the comment (RFC 9110 §5.6.5).
            _client.DefaultRequestHeaders.UserAgent.Add(new($"(+{who.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})"));
        }
        _client.DefaultRequestHeaders.Accept.Add(new("text/html"));
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.8));
        _client.DefaultRequestHeaders.AcceptLanguage.TryParseAdd(language);
    }

    /// <summary>Connections as <see cref="Requests"/> wants them.</summary>
    public static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Nothing in the request tells of this run (W3C Trace Context).
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 1,
        MaxResponseHeadersLength = 64,
        // A body that nobody reads is not waited for, however long it is.
        MaxResponseDrainSize = 0,
        // Servers write addresses with å as UTF-8 bytes, though they should not (RFC 9110 §5.5).
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    };

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Asks once; follows nothing.</summary>
    /// <param name="method">HEAD or GET.</param>
    /// <param name="address">An http or https address.</param>
    /// <param name="mostBytes">How much of the body is wanted; with 0 it is not read.</param>
    /// <param name="stop">Ends it with <see cref="OperationCanceledException"/>; nothing else that the server does throws.</param>
    public async Task<Reply> Ask(HttpMethod method, Uri address, int mostBytes, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var (body, isWhole) = mostBytes == 0 ? (default, true) : await Read(response, mostBytes, both.Token);
            return new()
            {
                Status = (int)response.StatusCode,
                Location = LocationOf(response, address),
                RetryAfter = Wait(response.Headers.RetryAfter),
                Body = body,
                IsWhole = isWhole,
            };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new() { Fault = WebFault.Timeout };
        }
        catch (HttpRequestException e)
        {
            return new()
            {
                Fault = e.HttpRequestError switch
                {
                    HttpRequestError.NameResolutionError => WebFault.Name,
                    HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => WebFault.Connection,
                    HttpRequestError.SecureConnectionError => WebFault.Security,
                    _ => WebFault.Broken,
                },
            };
        }
        catch (IOException)
        {
            return new() { Fault = WebFault.Broken };
        }
        catch (UriFormatException)
        {
            // A name that looks like one until it is put into the letters of DNS (RFC 5891).
            return new() { Fault = WebFault.Name };
        }
    }

    // RFC 9110 §10.2.2: relative to what was asked for, whose fragment it keeps where it has none of its own.
    private static Uri? LocationOf(HttpResponseMessage response, Uri address)
    {
        if (response.Headers.Location is not { } location || !Uri.TryCreate(address, location, out var target))
        {
            return null;
        }
        return target.Fragment.Length == 0 && address.Fragment.Length > 0
            && Uri.TryCreate(target.AbsoluteUri.TrimEnd('#') + address.Fragment, UriKind.Absolute, out var whole) ? whole : target;
    }

    // RFC 9110 §10.2.3: seconds, or a date.
    private TimeSpan? Wait(RetryConditionHeaderValue? value)
    {
        var wait = value?.Delta ?? value?.Date - _clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static async Task<(ReadOnlyMemory<byte> Body, bool IsWhole)> Read(HttpResponseMessage response, int most, CancellationToken stop)
    {
        using var stream = await response.Content.ReadAsStreamAsync(stop);
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        while (body.Length <= most)
        {
            var read = await stream.ReadAsync(part, stop);
            if (read == 0)
            {
                return (body.ToArray(), true);
            }
            body.Write(part, 0, read);
        }
        return (body.ToArray().AsMemory(0, most), false);
    }
}
