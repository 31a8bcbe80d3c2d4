using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace Trappa.BrowserTests.Print;

/// <summary>The structure of a tagged PDF (ISO 32000-1 §14.7), as a screen reader goes through it.</summary>
internal static class TaggedPdf
{
    private static readonly ImmutableHashSet<string> Painting =
        ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\""];

    /// <summary>The kinds of elements that ISO 32000-1 §14.8.4 has.</summary>
    public static ImmutableHashSet<string> Standard { get; } =
    [
        .. "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody".Split(' '),
        .. "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".Split(' '),
    ];

    /// <summary>The kinds of a document's own, each of which says which of the others it is like.</summary>
    public static IEnumerable<string> Mapped(PdfDocument document) =>
        ((DictionaryToken)Resolved(document, document.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"])).Data.TryGetValue("RoleMap", out var map)
            ? ((DictionaryToken)Resolved(document, map)).Data.Keys : [];

    /// <summary>ISO 14289-1 §7.1: all that is painted has a place in the structure, or says that it needs none.</summary>
    public static void AllIsInTheStructureOrAnArtifact(PdfDocument document)
    {
        var inTree = Elements(document).SelectMany(e => e.Marks).ToHashSet();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var open = new Stack<bool>();
            foreach (var operation in document.GetPage(number).Operations)
            {
                switch (operation)
                {
                    case BeginMarkedContentWithProperties begin:
                        var mark = begin.Properties is DictionaryToken properties && properties.TryGet(NameToken.Mcid, out NumericToken id) ? id.Int : -1;
                        Assert.True(mark < 0 || inTree.Contains((number, mark)), $"page {number}: {mark} is in no element");
                        open.Push(mark >= 0);
                        break;
                    case BeginMarkedContent begin:
                        open.Push(begin.Name.Data == "Artifact");
                        break;
                    case EndMarkedContent:
                        open.Pop();
                        break;
                    default:
                        Assert.True(!Painting.Contains(operation.Operator) || open.Contains(true), $"page {number}: {operation.Operator} without a mark");
                        break;
                }
            }
            Assert.Empty(open);
        }
    }

    /// <summary>The elements of the structure, each before what is in it, with the pieces of marked content that are its own.</summary>
    public static IEnumerable<Element> Elements(PdfDocument document)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        var root = (DictionaryToken)Resolved(document, catalog.Data["StructTreeRoot"]);
        // Pages are told from each other by what they paint.
        var pages = document.GetPages().ToDictionary(p => p.Dictionary.Data["Contents"].ToString()!, p => p.Number);
        return Below(document, root, 0, pages);
    }

    private static IEnumerable<Element> Below(PdfDocument document, DictionaryToken parent, int page, Dictionary<string, int> pages)
    {
        var kids = !parent.Data.TryGetValue("K", out var k) ? [] : Resolved(document, k) is ArrayToken array ? array.Data : [k];
        foreach (var kid in kids.Select(x => Resolved(document, x)).OfType<DictionaryToken>().Where(d => d.Data.ContainsKey("S")))
        {
            var at = kid.Data.TryGetValue("Pg", out var pg) ? pages[((DictionaryToken)Resolved(document, pg)).Data["Contents"].ToString()!] : page;
            var own = !kid.Data.TryGetValue("K", out var o) ? [] : Resolved(document, o) is ArrayToken several ? several.Data : [o];
            var marks = own.Select(x => Resolved(document, x)).Select(x => x switch
            {
                NumericToken n => (at, n.Int),
                DictionaryToken d when d.Data.TryGetValue("MCID", out var id) =>
                    (d.Data.TryGetValue("Pg", out var p) ? pages[((DictionaryToken)Resolved(document, p)).Data["Contents"].ToString()!] : at, ((NumericToken)id).Int),
                _ => (0, -1),
            }).Where(m => m.Item2 >= 0).ToImmutableArray();
            var kinds = own.Select(x => Resolved(document, x)).OfType<DictionaryToken>().Where(d => d.Data.ContainsKey("S"))
                .Select(d => ((NameToken)d.Data["S"]).Data).ToImmutableArray();
            yield return new(((NameToken)kid.Data["S"]).Data, kid.Data.TryGetValue("Alt", out var alt) ? Words(alt) : "", marks, kinds);
            foreach (var below in Below(document, kid, at, pages))
            {
                yield return below;
            }
        }
    }

    private static string Words(IToken token) => token switch { StringToken s => s.Data, HexToken h => h.Data, _ => "" };

    private static IToken Resolved(PdfDocument document, IToken token)
    {
        while (token is IndirectReferenceToken reference)
        {
            token = document.Structure.GetObject(reference.Data).Data;
        }
        return token;
    }

    /// <summary>What each piece of marked content says.</summary>
    public static Dictionary<(int Page, int Mark), string> Texts(PdfDocument document) => document.GetPages()
        .SelectMany(p => Flat(p.GetMarkedContents()).Where(m => m.MarkedContentIdentifier >= 0)
            .Select(m => ((p.Number, m.MarkedContentIdentifier), Text: string.Concat(m.Letters.Select(l => l.Value)))))
        .GroupBy(m => m.Item1).ToDictionary(g => g.Key, g => string.Concat(g.Select(m => m.Text)));

    private static IEnumerable<MarkedContentElement> Flat(IEnumerable<MarkedContentElement> elements) =>
        elements.SelectMany(e => Flat(e.Children).Prepend(e));

    internal sealed record Element(string Kind, string Words, ImmutableArray<(int Page, int Mark)> Marks, ImmutableArray<string> Kids);
}
