using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Trappa.Diagnostics;

namespace Trappa.Render.Assets;

/// <summary>
/// What pages share: the style sheet that goes into each, the script, the icon and its pictures. Names carry a hash
/// of the content, so that they may be kept for ever.
/// </summary>
/// <param name="Style">The style sheet of every page.</param>
/// <param name="Names">Root-absolute name → root-absolute hashed name.</param>
/// <param name="Files">The files: those with hashed names, and <c>favicon.ico</c>, which browsers ask for by that name.</param>
/// <param name="HasPictures">Whether the icon could be drawn in pixels.</param>
public sealed record SiteAssets(
    string Style, FrozenDictionary<string, string> Names, ImmutableArray<OutputFile> Files, bool HasPictures)
{
    /// <summary>Layout that has rules of its own → its whole style sheet, that of every page first.</summary>
    public ImmutableSortedDictionary<string, string> LayoutStyles { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whole style sheets of the pages of frozen editions whose sheets may have other sizes.</summary>
    public ImmutableArray<string> OtherStyles { get; init; } = [];

    /// <summary>The worker that keeps the site on a phone; what to keep stands before it.</summary>
    public string KeepingWorker { get; init; } = "";

    /// <summary>The worker that takes a kept site away.</summary>
    public string RemovingWorker { get; init; } = "";

    /// <summary>The script of every page.</summary>
    public SharedScript Script { get; init; }

    /// <summary>Layout that has a script of its own → its whole script, with that of every page.</summary>
    public ImmutableSortedDictionary<string, SharedScript> LayoutScripts { get; init; } = ImmutableSortedDictionary<string, SharedScript>.Empty;

    /// <summary>The script that stands in each page, before anything is painted.</summary>
    public string FirstScript { get; init; } = "";

    /// <summary>Which pages a browser may fetch before they are asked for (WICG Speculation Rules); stands in pages too.</summary>
    public string PrefetchRules { get; init; } = "";

    private const string Folder = "assets/", Offline = "assets/offline/", Styles = "assets/css/", Scripts = "assets/js/", Search = "assets/search/", IconFile = "assets/icon.svg", First = "assets/first.js", Prefetch = "assets/prefetch.json";

    /// <summary>Pixels of the picture in <c>favicon.ico</c>.</summary>
    private const byte FaviconSize = 32;

    // A mask keeps a circle of four fifths (W3C Web App Manifest, "maskable"): the drawing stays within it.
    private const double SafeShare = 0.8;

    // The smallest and largest that browsers want for installing; home screens of Apple's want 180 and no transparency.
    private static readonly ImmutableArray<(string Name, int Size, double Share, bool IsOpaque)> Pictures =
    [
        ("icon-192.png", 192, 1, false), ("icon-512.png", 512, 1, false),
        ("icon-maskable.png", 512, SafeShare, true), ("touch-icon.png", 180, 1, true),
    ];

    /// <summary>The style sheet's colours.</summary>
    internal Colours Colours { get; } = Colours.From(Style);

    /// <summary>The style sheet that goes into pages of a layout.</summary>
    public string StyleOf(string layout) => LayoutStyles.GetValueOrDefault(layout, Style);

    /// <summary>The script that pages of a layout load: one file, so that a bad line is asked once.</summary>
    public SharedScript ScriptOf(string layout) => LayoutScripts.GetValueOrDefault(layout, Script);

    /// <summary>The style sheets of some pages, those of each layout once.</summary>
    public IEnumerable<string> StylesOf(ImmutableArray<PageEntry> pages) => pages.Select(p => p.Layout).Distinct(StringComparer.Ordinal).Select(StyleOf);

    /// <summary>Makes them from the templates' <c>assets/</c>.</summary>
    /// <param name="templates">Path below <c>templates/</c> → text.</param>
    public static (SiteAssets Assets, ImmutableArray<Diagnostic> Diagnostics) From(ImmutableSortedDictionary<string, string> templates)
    {
        // In a page a line ends in one character (HTML §13.2.3.5), and the hash is of what stands in the page.
        // What stands in a folder of assets/css/ is for the layout of that name.
        var sheets = Under(templates, Styles).Select(a => (Layout: Path.GetDirectoryName(a.Name)!, Css: StyleSheet.Compact(a.Text.ReplaceLineEndings("\n"))))
            .ToLookup(s => s.Layout, s => s.Css, StringComparer.Ordinal);
        var style = string.Concat(sheets[""]);
        // So do scripts in a folder of assets/js/. Each page has one file of script, in the order of names over all of it.
        var parts = Under(templates, Scripts).Select(a => (Layout: Path.GetDirectoryName(a.Name)!, Name: Path.GetFileName(a.Name), Script: Part(a.Text)))
            .OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        var scripts = parts.Select(p => p.Layout).Append("").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(layout => (Layout: layout, Name: layout.Length == 0 ? "site.js" : $"site-{layout}.js",
                Text: string.Concat(parts.Where(p => p.Layout.Length == 0 || p.Layout == layout).Select(p => p.Script))))
            .ToList();
        var search = string.Join('\n', Under(templates, Search).Select(a => ScriptText.Compact(a.Text)));
        var (drawing, diagnostics) = Icon(templates);
        (string Name, byte[] Bytes)[] hashed =
        [
            .. scripts.Select(s => (s.Name, Encoding.UTF8.GetBytes(s.Text))),
            .. search.Length == 0 ? [] : new[] { ("search.js", Encoding.UTF8.GetBytes(search)) },
            .. Under(templates, Folder).Where(a => !IsIn(a.Name, Styles) && !IsIn(a.Name, Scripts) && !IsIn(a.Name, Search) && !IsIn(a.Name, Offline) && Folder + a.Name is not (First or Prefetch))
                .Select(a => (a.Name, Encoding.UTF8.GetBytes(a.Name.EndsWith(".js", StringComparison.Ordinal) ? ScriptText.Compact(a.Text) : a.Text))),
            .. drawing is null ? [] : Pictures.Select(p => (p.Name, Png(drawing, p.Size, p.Share, p.IsOpaque, style))),
        ];
        var files = hashed.Select(f => (Name: "/" + Folder + f.Name, File: Hashed(f.Name, f.Bytes))).ToList();
        return (new(style,
            files.ToFrozenDictionary(f => f.Name, f => "/" + f.File.Path, StringComparer.Ordinal),
            [
                .. files.Select(f => f.File),
                .. drawing is null ? [] : new[] { new OutputFile("favicon.ico", PngFile.Icon(Png(drawing, FaviconSize, 1, false, style), FaviconSize)) },
            ],
            drawing is not null)
        {
            LayoutStyles = sheets.Where(s => s.Key.Length > 0).ToImmutableSortedDictionary(s => s.Key, s => style + string.Concat(s), StringComparer.Ordinal),
            PrefetchRules = templates.GetValueOrDefault(Prefetch, "").ReplaceLineEndings("\n").TrimEnd(),
            Script = Shared(scripts[0]),
            LayoutScripts = scripts.Skip(1).ToImmutableSortedDictionary(s => s.Layout, Shared, StringComparer.Ordinal),
            FirstScript = ScriptText.Compact(templates.GetValueOrDefault(First, "").ReplaceLineEndings("\n")).TrimEnd(),
            KeepingWorker = ScriptText.Compact(templates.GetValueOrDefault(Offline + "keep.js", "")),
            RemovingWorker = ScriptText.Compact(templates.GetValueOrDefault(Offline + "remove.js", "")),
        }, diagnostics);
    }

    /// <summary>The hash of a style sheet or a script, as a content security policy has it (CSP 3 §2.3.1).</summary>
    public static string HashOf(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static (Drawing? Drawing, ImmutableArray<Diagnostic> Diagnostics) Icon(ImmutableSortedDictionary<string, string> templates)
    {
        var drawing = SvgDrawing.Read(templates.GetValueOrDefault(IconFile, ""));
        return (drawing, drawing is null ? [new(Codes.IconNotDrawable, new("templates/" + IconFile))] : []);
    }

    private static byte[] Png(Drawing drawing, int size, double share, bool isOpaque, string style) =>
        PngFile.Write(drawing.Paint(size, size, share, isOpaque ? drawing.Ground ?? Colours.From(style).Paper : null));

    // Name below assets/ (or below the folder of a kind) and text, in the order of names.
    private static IEnumerable<(string Name, string Text)> Under(ImmutableSortedDictionary<string, string> templates, string folder) =>
        templates.Where(t => t.Key.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => (t.Key[folder.Length..], t.Value));

    private static bool IsIn(string name, string folder) => (Folder + name).StartsWith(folder, StringComparison.Ordinal);

    /// <summary>A file of <c>assets/</c> under a name that changes with its content.</summary>
    internal static OutputFile Hashed(string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..8];
        var dot = name.LastIndexOf('.');
        return new(dot <= name.LastIndexOf('/') ? $"{Folder}{name}.{hash}" : $"{Folder}{name[..dot]}.{hash}{name[dot..]}", bytes);
    }

    private static SharedScript Shared((string Layout, string Name, string Text) script) => new("/" + Folder + script.Name, HashOf(script.Text));

    // Each part by itself: one that fails in some browser does not take the others along. The new line ends a comment.
    private static string Part(string script) =>
        "try{(function(){\"use strict\";" + ScriptText.Compact(script) + "\n})()}catch(e){setTimeout(function(){throw e})}\n";
}

/// <summary>A script that pages load.</summary>
/// <param name="Name">Root-absolute name, without the hash of what is in it.</param>
/// <param name="Hash">What it must be, as <c>integrity</c> says (W3C Subresource Integrity).</param>
public readonly record struct SharedScript(string Name, string Hash);
