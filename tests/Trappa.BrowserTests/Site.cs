using System.Net;
using System.Net.Sockets;
using Trappa.Commands;

namespace Trappa.BrowserTests;

/// <summary>The real guide, built into a folder of its own and served on loopback with the headers that it asks for.</summary>
public sealed class Site : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _under;
    private readonly (string Path, List<(string Name, string Value)> Headers)[] _rules;

    private Site(string folder, string under)
    {
        Folder = folder;
        _under = under;
        _rules = Rules(File.ReadAllLines(Path.Combine(folder, "_headers")));
        var port = FreePort();
        Address = $"http://127.0.0.1:{port}{under}";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _ = Serve();
    }

    /// <summary>Where it is served, with a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Where its files are.</summary>
    public string Folder { get; }

    /// <summary>Addresses of all pages, relative to the root.</summary>
    public IReadOnlyList<string> Pages =>
    [
        .. Directory.GetFiles(Folder, "index.html", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')[..^"index.html".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Builds the repository's guide, or another one.</summary>
    public static Site Build(string under = "/", string? guide = null, params string[] options)
    {
        var folder = BuildFolder(guide, options);
        return new(folder, under);
    }

    /// <summary>Builds without serving.</summary>
    public static string BuildFolder(string? guide = null, params string[] options)
    {
        var folder = Path.Combine(Path.GetTempPath(), "trappa-browser-" + Guid.NewGuid().ToString("N"));
        using var error = new StringWriter();
        var code = CommandLine.Run(
            ["build", guide ?? Repository(), "--out", folder, "--date", "2024-05-01", .. options],
            new(TextWriter.Null, error, Directory.GetCurrentDirectory(), new(2024, 5, 1), false, false));
        return code == ExitCodes.Fine ? folder : throw new InvalidOperationException(error.ToString());
    }

    /// <summary>The repository's folder.</summary>
    public static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "site.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("site.sln is not above the tests.");
        }
        return folder;
    }

    public void Dispose()
    {
        _listener.Close();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            Answer(context);
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
        var local = path.StartsWith(_under, StringComparison.Ordinal) ? "/" + path[_under.Length..] : "/outside";
        var file = Path.Combine(Folder, local[1..], local.EndsWith('/') ? "index.html" : "");
        var response = context.Response;
        if (!File.Exists(file = file.TrimEnd('/')))
        {
            response.StatusCode = 404;
            file = Path.Combine(Folder, "404.html");
        }
        foreach (var (name, value) in _rules.Where(r => r.Path == local || (r.Path.EndsWith('*') && local.StartsWith(r.Path[..^1], StringComparison.Ordinal))).SelectMany(r => r.Headers))
        {
            response.Headers[name] = value;
        }
        response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".ico" => "image/x-icon",
            ".webmanifest" => "application/manifest+json",
            ".xml" => "application/xml",
            _ => "text/plain; charset=utf-8",
        };
        response.Close(File.ReadAllBytes(file), willBlock: false);
    }

    private static (string, List<(string, string)>)[] Rules(string[] lines)
    {
        var rules = new List<(string, List<(string, string)>)>();
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '/')
            {
                rules.Add((line.Trim(), []));
            }
            else
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                rules[^1].Item2.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }
        return [.. rules];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
