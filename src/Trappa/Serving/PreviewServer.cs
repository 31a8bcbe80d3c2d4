using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Trappa.Render.Files;

namespace Trappa.Serving;

/// <summary>Where a preview is served.</summary>
/// <param name="Port">The port; 0 for any that is free.</param>
/// <param name="Lan">Address of this machine in the network around it, or null to be seen from this machine only.</param>
/// <param name="Token">First part of every path, or empty. Whoever does not know it sees nothing.</param>
internal sealed record PreviewPlace(int Port, IPAddress? Lan, string Token);

/// <summary>
/// Serves a preview with Kestrel: the site's files as a host would, the stream of changes, and the script that takes
/// them in. Answers only who asks for it by a name that is this machine's, so that no page elsewhere can read it by
/// having its own name lead here (DNS rebinding).
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Preview _preview;
    private readonly PreviewPlace _place;
    private readonly PreviewPages _pages;
    private readonly CancellationTokenSource _over = new();

    private PreviewServer(WebApplication app, Preview preview, PreviewPlace place, PreviewPages pages)
    {
        _app = app;
        _preview = preview;
        _place = place;
        _pages = pages;
    }

    /// <summary>Port that is served.</summary>
    public int Port { get; private set; }

    /// <summary>Address of the site on this machine.</summary>
    public string Address => $"http://localhost:{Port.ToString(CultureInfo.InvariantCulture)}{Root}";

    /// <summary>Address of the site for others in the network, or null.</summary>
    public string? LanAddress => _place.Lan is { } lan ? $"http://{Named(lan)}:{Port.ToString(CultureInfo.InvariantCulture)}{Root}" : null;

    private string Root => _place.Token.Length == 0 ? "/" : "/" + _place.Token + "/";

    /// <summary>Starts to serve, or null where the port is taken.</summary>
    public static async Task<PreviewServer?> Start(Preview preview, PreviewPlace place, PreviewPages pages)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            // Nobody sends anything here.
            options.Limits.MaxRequestBodySize = 0;
            Listen(options, place);
        });
        var app = builder.Build();
        var server = new PreviewServer(app, preview, place, pages);
        app.Run(server.Answer);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException)
        {
            await app.DisposeAsync();
            return null;
        }
        server.Port = new Uri(app.Urls.First()).Port;
        return server;
    }

    /// <summary>Ends it, and the streams that are open.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _over.Dispose();
    }

    private static void Listen(KestrelServerOptions options, PreviewPlace place)
    {
        if (place.Lan is not null)
        {
            options.ListenAnyIP(place.Port);
        }
        else if (place.Port == 0)
        {
            options.Listen(IPAddress.Loopback, 0);
        }
        else
        {
            // Both of 127.0.0.1 and [::1], as a browser may take either for "localhost".
            options.ListenLocalhost(place.Port);
        }
    }

    private async Task Answer(HttpContext context)
    {
        var response = context.Response;
        if (!IsOurs(context.Request.Host))
        {
            await Plain(response, StatusCodes.Status421MisdirectedRequest, "421\n");
            return;
        }
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await Plain(response, StatusCodes.Status405MethodNotAllowed, "405\n");
            return;
        }
        var path = context.Request.Path.Value ?? "/";
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            await Plain(response, StatusCodes.Status404NotFound, "404\n");
            return;
        }
        path = path[Root.Length..];
        switch (path)
        {
            case PreviewPages.EventsPath:
                await Events(context);
                break;
            case PreviewPages.ScriptPath:
                await Send(context, StatusCodes.Status200OK, "text/javascript; charset=utf-8", PreviewPages.Script);
                break;
            default:
                await File(context, path);
                break;
        }
    }

    private async Task File(HttpContext context, string path)
    {
        var state = _preview.State;
        foreach (var (name, value) in state.Headers)
        {
            // Kept for two years by a browser, it would close this machine's other servers to it.
            if (name is not "Strict-Transport-Security")
            {
                context.Response.Headers[name] = name is "Content-Security-Policy" ? PreviewPages.PolicyOf(value) : value;
            }
        }
        var file = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        if (state.Files.TryGetValue(file, out var found))
        {
            await Page(context, state, StatusCodes.Status200OK, file, found.Bytes);
        }
        else if (state.Files.ContainsKey(path + "/index.html"))
        {
            context.Response.Redirect(Root + path + "/");
        }
        else if (state.Files.Count == 0)
        {
            await Send(context, StatusCodes.Status200OK, "text/html; charset=utf-8", PreviewPages.OnlyErrors(state, Root));
        }
        else
        {
            await Page(context, state, StatusCodes.Status404NotFound, "404.html", state.Files.GetValueOrDefault("404.html")?.Bytes ?? default);
        }
    }

    private Task Page(HttpContext context, PreviewState state, int status, string file, ReadOnlyMemory<byte> bytes) =>
        Send(context, status, ContentTypes.Of(file), file.EndsWith(".html", StringComparison.Ordinal) ? PreviewPages.WithScript(bytes, state.Version, Root) : bytes);

    // A stream of server-sent events (HTML §9.2): the state as it is, and each one after it.
    private async Task Events(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var states = Channel.CreateUnbounded<PreviewState>();
        using var looking = _preview.Look(state => states.Writer.TryWrite(state));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _over.Token);
        try
        {
            await Tell(_preview.State, isFirst: true);
            await foreach (var state in states.Reader.ReadAllAsync(stop.Token))
            {
                await Tell(state, isFirst: false);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the preview is over.
        }

        async Task Tell(PreviewState state, bool isFirst)
        {
            await context.Response.WriteAsync("data: " + _pages.Event(state, isFirst) + "\n\n", Encoding.UTF8, stop.Token);
            await context.Response.Body.FlushAsync(stop.Token);
        }
    }

    private bool IsOurs(HostString host) =>
        host.Port == Port && (host.Host is "localhost" or "127.0.0.1" or "[::1]" || (_place.Lan is { } lan && host.Host == Named(lan)));

    private static string Named(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private static Task Plain(HttpResponse response, int status, string text)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(text);
    }

    private static async Task Send(HttpContext context, int status, string type, ReadOnlyMemory<byte> bytes)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        // What is seen is what is written now.
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
