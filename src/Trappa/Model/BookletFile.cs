using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds what <c>kort.yaml</c> says of the folded booklet. Without it everything has a value.</summary>
internal static class BookletFile
{
    // Two steps have a page of 74 by 105 mm: who it is, and so many sections more.
    private const int UsualFields = 2;

    public static BookletSettings Read(
        YamlMap? map, ImmutableArray<CardField> back, ImmutableArray<StepSection> sections, References references, List<Diagnostic> diagnostics)
    {
        if (map is null)
        {
            return new(Usual(back), []);
        }
        var reader = new FieldReader(map, FieldTable.Booklet, references.Language, diagnostics);
        var fields = PrintFile.Fields(reader.List("booklet_steps"), "booklet_steps", sections, references, diagnostics);
        var pages = reader.Texts("booklet_pages").Select(p => PageAddress(p, references, diagnostics)).OfType<string>().ToImmutableArray();
        reader.End();
        return new(fields.IsEmpty ? Usual(back) : fields, pages);
    }

    private static string? PageAddress(YamlText page, References references, List<Diagnostic> diagnostics)
    {
        var (address, known) = (references.Slugs(page.Value), references.Pages.ToList());
        if (known.Contains(address, StringComparer.Ordinal))
        {
            return address;
        }
        diagnostics.Add(new(Codes.BookletUnknownPage, page.Place, ("name", page.Value),
            ("suggestion", Nearest.Suggestion(references.Language, page.Value, known.Select(a => a.Trim('/')).Where(a => a.Length > 0)))));
        return null;
    }

    // The first of those that the cards have; what may be left out there may be left out here. Lines are counted on cards.
    private static ImmutableArray<CardField> Usual(ImmutableArray<CardField> back) => [.. back.Take(UsualFields).Select(f => f with { MostLines = null })];
}
