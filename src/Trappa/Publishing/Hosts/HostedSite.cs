using System.Collections.Immutable;
using System.Text;
using Trappa.Render;
using Trappa.Render.Files;

namespace Trappa.Publishing.Hosts;

/// <summary>
/// What a server must know of a site to serve it as hosts do that read <c>_headers</c> and <c>_redirects</c>: it is read
/// from those two.
/// </summary>
/// <param name="Headers">What is said with every answer.</param>
/// <param name="Moves">Old addresses and where they lead now, both root-absolute and unescaped.</param>
internal sealed record HostedSite(ImmutableArray<(string Name, string Value)> Headers, ImmutableArray<(string From, string To)> Moves)
{
    /// <summary>Folders of which something else is said: the editing page's, where there is one. Root-absolute, with a slash at the end.</summary>
    public ImmutableArray<(string Folder, ImmutableArray<(string Name, string Value)> Headers)> Own { get; init; } = [];

    /// <summary>What is said of files in <see cref="Own"/> folders in place of a header, or besides it.</summary>
    public IEnumerable<(string Folder, string Value)> OwnOf(string name) =>
        Own.SelectMany(o => o.Headers.Where(h => h.Name == name).Select(h => (o.Folder, h.Value)));

    /// <summary>What a server's variable for a header is called, without the sign of variables.</summary>
    public static string VariableOf(string header) => "trappa_" + header.Replace('-', '_').ToLowerInvariant();

    /// <summary>All headers: those of every answer, and those that only <see cref="Own"/> folders have, without a value.</summary>
    public IEnumerable<(string Name, string Value)> AllHeaders =>
        Headers.Concat(Own.SelectMany(o => o.Headers).Select(h => h.Name).Distinct().Where(n => Headers.All(h => h.Name != n)).Select(n => (n, "")));

    /// <summary>
    /// Addresses of files that are kept for ever, as a regular expression that all servers read alike. By their form, not
    /// by their names: a server need not be told anew when a word has changed.
    /// </summary>
    public const string Hashed = @"^/assets/[^/?]+\.[0-9a-f]{8}\.[a-z0-9]+";

    /// <summary>What hosts read, and nobody else.</summary>
    public const string Hidden = "_headers _redirects .trappa";

    /// <summary>What is worth compressing, as media types (IANA).</summary>
    public const string Texts = "text/html text/css text/plain text/xml text/javascript application/javascript application/json application/manifest+json application/xml image/svg+xml";

    /// <summary>Reads it from a site's files.</summary>
    public static HostedSite Of(ImmutableArray<OutputFile> files)
    {
        string Text(string path) => files.FirstOrDefault(f => f.Path == path) is { } file ? Encoding.UTF8.GetString(file.Bytes.Span) : "";
        var headers = Text(Render.Files.Headers.FileName);
        return new(Render.Files.Headers.ForAll(headers), Redirects.Read(Text(Redirects.FileName)))
        {
            Own = [.. Render.Files.Headers.Read(headers).Where(r => r.Path != "/*" && r.Headers.Any(h => h.Name != "Cache-Control"))
                .Select(r => (r.Path.TrimEnd('*'), r.Headers))],
        };
    }
}
