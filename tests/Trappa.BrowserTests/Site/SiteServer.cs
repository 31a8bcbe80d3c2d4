using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace Trappa.BrowserTests.Site;

/// <summary>
/// A host of static files on loopback: it says with each file what the site's <c>_headers</c> asks for, and shows
/// <c>404.html</c> for what is not there.
/// </summary>
public sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SiteServer(WebApplication app, string start, ConcurrentQueue<string> log)
    {
        Log = log;
        _app = app;
        Start = start;
    }

    /// <summary>The address of the front page, ending in a slash.</summary>
    public string Start { get; }

    /// <summary>What it was asked, as a host's log has it: method, address and the names and values of the headers that say
    /// where one comes from.</summary>
    public ConcurrentQueue<string> Log { get; }

    /// <summary>Serves a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="under">The subfolder of the host that the site is in, with a slash at both ends.</param>
    public static async Task<SiteServer> StartAsync(BuiltSite site, string under = "/")
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var rules = HeaderRules.Read(File.ReadLines(Path.Combine(site.Folder, "_headers")));
        var types = new FileExtensionContentTypeProvider();
        var log = new ConcurrentQueue<string>();
        app.Run(context =>
        {
            log.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} "
                + string.Join(", ", context.Request.Headers.Where(h => h.Key is "Referer" or "Origin" or "Cookie").Select(h => $"{h.Key}: {h.Value}")));
            return AnswerAsync(context, site, under, rules, types);
        });
        await app.StartAsync();
        // A secure context without HTTPS (W3C Secure Contexts, 3.1), so that the clipboard works as at a host.
        return new(app, new UriBuilder(app.Urls.Single()) { Host = "localhost", Path = under }.Uri.AbsoluteUri, log);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(
        HttpContext context, BuiltSite site, string under, HeaderRules rules, FileExtensionContentTypeProvider types)
    {
        var path = context.Request.Path.Value ?? "/";
        var file = path.StartsWith(under, StringComparison.Ordinal) ? BuiltSite.FileOf(path[under.Length..]) : "";
        if (!site.Files.Contains(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = "404.html";
        }
        foreach (var (name, value) in rules.For("/" + (path.StartsWith(under, StringComparison.Ordinal) ? path[under.Length..] : "")))
        {
            context.Response.Headers[name] = value;
        }
        context.Response.ContentType = types.TryGetContentType(file, out var type) ? type : "application/octet-stream";
        await context.Response.SendFileAsync(Path.Combine(site.Folder, file), context.RequestAborted);
    }
}
