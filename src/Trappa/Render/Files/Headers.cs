using System.Collections.Immutable;
using System.Text;
using Trappa.Render.Assets;

namespace Trappa.Render.Files;

/// <summary>
/// What a server says with each file, in the form of Netlify's <c>_headers</c>, which other hosts have taken over: the
/// one source of security and caching headers. Where rules overlap some hosts take the last and others join the
/// values, so no header stands in two rules for the same file. The editing page is the one exception: where values are
/// joined, the guide's strict policy holds there as well, and the page that cannot work is that one.
/// </summary>
internal static class Headers
{
    /// <summary>Its name in the site's folder.</summary>
    public const string FileName = "_headers";

    /// <summary>What is said with files whose names change with their content (RFC 8246).</summary>
    public const string Kept = "public, max-age=31536000, immutable";

    /// <summary>What is said with the worker, which is all that can take back what an earlier edition keeps.</summary>
    public const string NeverKept = "no-cache";

    /// <summary>What is said with all else: shown again only when the host has said that it is still so.</summary>
    public const string Asked = "public, max-age=0, must-revalidate";

    // A host that takes fewer rules than a guide has folders: the rest is as the hosts' own default has it.
    private const int MostRules = 60;

    /// <summary>The file.</summary>
    /// <param name="assets">What pages share.</param>
    /// <param name="made">The site's files, all but this one and the worker.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="last">Headers of the editing page, or null where there is none.</param>
    public static OutputFile Of(
        SiteAssets assets, ImmutableArray<OutputFile> made, ImmutableArray<PageEntry> pages,
        (string Path, ImmutableArray<(string Name, string Value)> Headers)? last)
    {
        var text = new StringBuilder();
        Rule(text, "/*", Security(assets, pages));
        foreach (var file in made.Select(f => "/" + f.Path).Where(f => f.StartsWith("/assets/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            Rule(text, file, [("Cache-Control", Kept)]);
        }
        Rule(text, "/" + OfflineWorker.File, [("Cache-Control", NeverKept)]);
        foreach (var place in Places(made, pages).Take(MostRules))
        {
            Rule(text, place, [("Cache-Control", Asked)]);
        }
        if (last is var (path, headers))
        {
            Rule(text, path, headers);
        }
        return new(FileName, FileText.Bytes(text.ToString()));
    }

    /// <summary>What one of a site's files says of every file, in its order; nothing where it says nothing.</summary>
    public static ImmutableArray<(string Name, string Value)> ForAll(string text) =>
        Read(text).FirstOrDefault(r => r.Path == "/*").Headers is { IsDefault: false } headers ? headers : [];

    /// <summary>What such a file says, rule by rule: a path, and headers in their order.</summary>
    public static ImmutableArray<(string Path, ImmutableArray<(string Name, string Value)> Headers)> Read(string text)
    {
        var rules = ImmutableArray.CreateBuilder<(string Path, ImmutableArray<(string Name, string Value)> Headers)>();
        foreach (var line in text.Split('\n').Where(l => l.Length > 0))
        {
            if (!line.StartsWith(' '))
            {
                rules.Add((line, []));
            }
            else if (rules.Count > 0 && line.Trim().Split(": ", 2) is [var name, var value])
            {
                rules[^1] = (rules[^1].Path, rules[^1].Headers.Add((name, value)));
            }
        }
        return rules.ToImmutable();
    }

    private static void Rule(StringBuilder text, string path, IEnumerable<(string Name, string Value)> headers)
    {
        text.Append(path).Append('\n');
        foreach (var (name, value) in headers)
        {
            text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
        }
    }

    // Pages first, in folders of their own, then what else is in the site; those that could have hashed files beside them
    // are left out, and what hosts read themselves.
    private static IEnumerable<string> Places(ImmutableArray<OutputFile> made, ImmutableArray<PageEntry> pages) => pages
        .Select(p => p.Under + p.Address)
        .Concat(made.Select(f => "/" + f.Path).Where(f => f is not ("/index.html" or "/_redirects")).Order(StringComparer.Ordinal))
        .Select(a => a[1..].Split('/') is [var folder, _, ..] ? $"/{folder}/*" : a)
        .Where(f => f != "/assets/*" && !f.Any(char.IsWhiteSpace))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Value)> Security(SiteAssets assets, ImmutableArray<PageEntry> pages) =>
    [
        ("Content-Security-Policy", string.Join("; ",
            "default-src 'none'",
            // Pages that only redirect have the style of every page.
            "style-src" + string.Concat(assets.StylesOf(pages).Prepend(assets.Style).Concat(assets.OtherStyles)
                .Distinct(StringComparer.Ordinal).Select(s => $" '{SiteAssets.HashOf(s)}'")),
            $"script-src 'self' '{SiteAssets.HashOf(assets.FirstScript)}' '{SiteAssets.HashOf(assets.PrefetchRules)}'",
            "img-src 'self'",
            "manifest-src 'self'",
            // The site's own files may be read by script: the offline copy and search need it, and so do those who
            // check a page from within, such as Lighthouse.
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            // The one policy there is gives the address of the site's own worker and nothing else.
            "trusted-types offline")),
        // Two years. Other sites on the same domain are not ours to decide for, hence no includeSubDomains.
        ("Strict-Transport-Security", "max-age=63072000"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Permissions-Policy", string.Join(", ",
            [.. Denied.Select(f => f + "=()"), "clipboard-write=(self)", "screen-wake-lock=(self)"])),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    // What Chromium knows on every system; a name it does not know is a warning in its console. Sharing (web-share) is
    // known on phones only and is for the page itself unless told otherwise.
    private static ImmutableArray<string> Denied { get; } =
    [
        "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture", "encrypted-media",
        "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
        "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-create",
        "publickey-credentials-get", "serial", "usb", "window-management", "xr-spatial-tracking",
    ];
}
