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
    private readonly FileExtensionContentTypeProvider _types = new();
    private readonly string _under;
    private BuiltSite _site;
    private HeaderRules _rules;

    private SiteServer(BuiltSite site, string under)
    {
        (_site, _under, _rules) = (site, under, RulesOf(site));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(async context =>
        {
            Log.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} "
                + string.Join(", ", context.Request.Headers.Where(h => h.Key is "Referer" or "Origin" or "Cookie").Select(h => $"{h.Key}: {h.Value}")));
            if (Before is not { } before || await before(context))
            {
                await AnswerAsync(context);
            }
        });
    }

    /// <summary>What is done before an answer, if anything: it answers itself and says false, or says true.</summary>
    public Func<HttpContext, Task<bool>>? Before { get; set; }

    /// <summary>The address of the front page, ending in a slash.</summary>
    public string Start { get; private set; } = "";

    /// <summary>What it was asked, as a host's log has it: method, address and the names and values of the headers that say
    /// where one comes from.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Serves a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="under">The subfolder of the host that the site is in, with a slash at both ends.</param>
    public static async Task<SiteServer> StartAsync(BuiltSite site, string under = "/")
    {
        var server = new SiteServer(site, under);
        await server._app.StartAsync();
        // A secure context without HTTPS (W3C Secure Contexts, 3.1), so that the clipboard works as at a host.
        server.Start = new UriBuilder(server._app.Urls.Single()) { Host = "localhost", Path = under }.Uri.AbsoluteUri;
        return server;
    }

    /// <summary>Publishes another site at the same address.</summary>
    public void Publish(BuiltSite site) => (_site, _rules) = (site, RulesOf(site));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static HeaderRules RulesOf(BuiltSite site) => HeaderRules.Read(File.ReadLines(Path.Combine(site.Folder, "_headers")));

    private async Task AnswerAsync(HttpContext context)
    {
        var (site, rules) = (_site, _rules);
        var path = context.Request.Path.Value ?? "/";
        var file = path.StartsWith(_under, StringComparison.Ordinal) ? BuiltSite.FileOf(path[_under.Length..]) : "";
        if (!site.Files.Contains(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = "404.html";
        }
        foreach (var (name, value) in rules.For("/" + (path.StartsWith(_under, StringComparison.Ordinal) ? path[_under.Length..] : "")))
        {
            context.Response.Headers[name] = value;
        }
        context.Response.ContentType = _types.TryGetContentType(file, out var type) ? type : "application/octet-stream";
        await context.Response.SendFileAsync(Path.Combine(site.Folder, file), context.RequestAborted);
    }
}
