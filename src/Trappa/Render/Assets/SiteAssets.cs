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
/// <param name="Style">The style sheet.</param>
/// <param name="StyleHash">Its source expression for a content security policy: <c>sha256-…</c> (CSP 3 §2.3.1).</param>
/// <param name="Names">Root-absolute name → root-absolute hashed name.</param>
/// <param name="Files">The files.</param>
/// <param name="HasPictures">Whether the icon could be drawn in pixels.</param>
public sealed record SiteAssets(
    string Style, string StyleHash, FrozenDictionary<string, string> Names, ImmutableArray<OutputFile> Files, bool HasPictures)
{
    /// <summary>Sizes of the icon in pixels: for the manifest (W3C Web App Manifest) and for home screens of Apple's.</summary>
    private static readonly ImmutableArray<(string Name, int Size, double Scale)> Pictures =
        [("icon-192.png", 192, 1), ("icon-512.png", 512, 1), ("icon-maskable.png", 512, 0.8), ("touch-icon.png", 180, 1)];

    /// <summary>Makes them from the templates' <c>assets/</c>.</summary>
    /// <param name="templates">Path below <c>templates/</c> → text.</param>
    public static (SiteAssets Assets, ImmutableArray<Diagnostic> Diagnostics) From(ImmutableSortedDictionary<string, string> templates)
    {
        var style = StyleSheet.Compact(string.Concat(Under(templates, "assets/css/").Select(a => a.Text + "\n")));
        var script = string.Concat(Under(templates, "assets/js/").Select(a => Part(a.Text)));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        var diagnostics = ImmutableArray<Diagnostic>.Empty;
        Add("site.js", Encoding.UTF8.GetBytes(script), names, files);
        foreach (var (name, text) in Under(templates, "assets/").Where(a => !a.Name.Contains('/', StringComparison.Ordinal)))
        {
            Add(name, Encoding.UTF8.GetBytes(text), names, files);
        }
        var icon = templates.GetValueOrDefault("assets/icon.svg", "");
        var drawing = Drawing.Read(icon);
        if (drawing is null)
        {
            diagnostics = [new(Codes.IconNotDrawable, new("templates/assets/icon.svg"))];
        }
        else
        {
            foreach (var (name, size, scale) in Pictures)
            {
                Add(name, drawing.Png(size, scale), names, files);
            }
        }
        return (new(style, "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))),
            names.ToFrozenDictionary(StringComparer.Ordinal), files.ToImmutable(), drawing is not null), diagnostics);
    }

    private static IEnumerable<(string Name, string Text)> Under(ImmutableSortedDictionary<string, string> templates, string folder) =>
        templates.Where(t => t.Key.StartsWith(folder, StringComparison.Ordinal)).Select(t => (t.Key[folder.Length..], t.Value));

    private static void Add(string name, byte[] bytes, Dictionary<string, string> names, ImmutableArray<OutputFile>.Builder files)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..8];
        var dot = name.LastIndexOf('.');
        var hashed = $"assets/{name[..dot]}.{hash}{name[dot..]}";
        names["/assets/" + name] = "/" + hashed;
        files.Add(new(hashed, bytes));
    }

    // Each part by itself: one that fails in some browser does not take the others along.
    private static string Part(string script) =>
        "try{(function(){\"use strict\";\n" + WithoutComments(script) + "})()}catch(e){setTimeout(function(){throw e})}\n";

    // Only whole lines that are nothing but comment, and the spaces before a line: what could stand in a string or a
    // template literal is not touched, as the parts of the script have none over several lines.
    private static string WithoutComments(string script)
    {
        if (script.Contains('`', StringComparison.Ordinal))
        {
            return script;
        }
        var output = new StringBuilder(script.Length);
        var inComment = false;
        foreach (var line in script.Split('\n'))
        {
            var text = line.Trim();
            if (!inComment && text.StartsWith("/*", StringComparison.Ordinal))
            {
                inComment = !text.Contains("*/", StringComparison.Ordinal);
                if (!inComment && !text.EndsWith("*/", StringComparison.Ordinal))
                {
                    output.Append(text).Append('\n');
                }
            }
            else if (inComment)
            {
                inComment = !text.Contains("*/", StringComparison.Ordinal);
            }
            else if (text.Length > 0 && !text.StartsWith("//", StringComparison.Ordinal))
            {
                output.Append(text).Append('\n');
            }
        }
        return output.ToString();
    }
}
