using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render;
using Trappa.Render.Html;

namespace Trappa.Tests.Render.Html;

/// <summary>Runs the pass over a piece of a page, with a small language and a short list of words.</summary>
internal static class PassOn
{
    private static readonly Lazy<Language?> None = new(() => null);

    public static Language Swedish { get; } = LanguageFile.Read("sv", """
        language:
          months: [januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december]
          before_numbers: steg kl. §
          after_numbers: "% kr km"
        """, None);

    public static Typesetter Typesetter { get; } = new(Swedish, WordList.Empty with
    {
        Hyphenation = new[] { "lokal|föreningen", "engage|mangs|trappan" }.ToImmutableSortedDictionary(
            w => w.Replace("|", "", StringComparison.Ordinal), w => w.Replace('|', '\u00AD'), StringComparer.Ordinal),
    });

    public static PassSettings Settings { get; } = new(false, new Dictionary<string, string>
    {
        ["/assets/site.js"] = "/assets/site.1a2b3c4d.js",
    }.ToFrozenDictionary(StringComparer.Ordinal), Typesetter, FrozenDictionary<string, ShownPicture>.Empty);

    public static string Text(string text)
    {
        using var buffer = new TextBuffer(16);
        Typesetter.Append(text, buffer);
        return buffer.ToString();
    }

    public static string Html(string html, string page = "/steg/valjare/", string? root = null, bool portable = false) =>
        Text(HtmlPass.Run(html.AsMemory(), page, root, "p{color:red}"u8.ToArray(), Settings with { Portable = portable }, new()));

    public static string Text(PassResult result) => string.Concat(result.Utf8.Select(piece => Encoding.UTF8.GetString(piece.Span)));

    public static PageFindings Findings(string html, string page = "/steg/valjare/") =>
        HtmlPass.Run(html.AsMemory(), page, null, default, Settings, new()).Findings;
}
