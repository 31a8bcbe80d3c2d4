using System.Collections.Immutable;
using Markdig.Syntax;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds the files of ordinary pages.</summary>
internal static class PageReader
{
    public static Page Read(Filed file, References references, List<Diagnostic> diagnostics)
    {
        var document = file.Document.Unbound(references.Markdown);
        var reader = new FieldReader(document.FrontMatter, FieldTable.Page, references.Language, diagnostics);
        var own = reader.Text("title");
        var title = PageTitle.Of(document, references.Markdown.Typographic(own), file.IsIndex, references.AllowsHtml);
        title.Heading?.Parent?.Remove(title.Heading);
        reader.Node("slug");
        reader.YesNo("draft", false);
        reader.Number("order");
        var lead = reader.Text("lead");
        var name = Title(title, own, document, references, diagnostics);
        var validity = Validity.Read(reader);
        var page = new Page
        {
            Title = name,
            Validity = validity,
            Past = validity.Tell(name, references.Today, references.Language, diagnostics) ? validity.Words(references.Language) : null,
            Address = file.Address,
            Layout = reader.Text("layout") is { } layout ? new(layout.Value, layout.Place) : null,
            Lead = lead is null ? null : references.Read(lead, diagnostics),
            Date = reader.Date("date"),
            Body = references.Resolve(document.Tree, document.Text, diagnostics),
            Aliases = [.. reader.Texts("alias").Select(a => new OldAddress(a.Value, a.Place))],
            AddressPlace = file.AddressPlace,
            Place = new(document.Path, 1, 1),
        };
        reader.End();
        return page;
    }

    private static string Title(PageTitle title, YamlText? own, Document document, References references, List<Diagnostic> diagnostics) =>
        own is { Value.Length: > 0 } ? references.Plain.Shown(own, diagnostics)
            : references.Plain.Fill(title.Title, (_, _) => title.Heading is { } heading
                ? document.Text.At(heading.Span.Start, heading.Span.Length) : document.Text.Start, diagnostics);
}

/// <summary>Binds the files of quotes.</summary>
internal static class QuoteReader
{
    public static Quote Read(Filed file, References references, List<Diagnostic> diagnostics)
    {
        var document = file.Document.Unbound(references.Markdown);
        var reader = new FieldReader(document.FrontMatter, FieldTable.Quote, references.Language, diagnostics);
        var kind = reader.Choice("kind") == "voice" ? QuoteKind.Voice : QuoteKind.Say;
        reader.YesNo("draft", false);
        reader.End();
        if (document.Tree.Count == 0)
        {
            diagnostics.Add(new(Codes.QuoteWithoutText, document.Text.Start));
        }
        LeavingFacts.Refuse(document.Tree, document.Text, references, diagnostics);
        // Quotes that show each other would do so without end.
        foreach (var inner in document.Tree.Descendants<Parse.QuoteBlocks.QuoteBlock>())
        {
            diagnostics.Add(new(Codes.QuoteInQuote, document.Text.At(inner.Span.Start, inner.Span.Length)));
        }
        return new(file.Name, kind, references.Resolve(document.Tree, document.Text, diagnostics),
            references.Quotes[file.Name], new(document.Path, 1, 1));
    }
}

/// <summary>Binds the files of terms.</summary>
internal static class TermReader
{
    public static Term Read(Filed file, References references, List<Diagnostic> diagnostics)
    {
        var document = file.Document.Unbound(references.Markdown);
        var reader = new FieldReader(document.FrontMatter, FieldTable.Term, references.Language, diagnostics);
        var name = reader.Text("name") is { } own ? references.Plain.Shown(own, diagnostics) : file.Name;
        var shortly = reader.Text("short");
        reader.Node("slug");
        reader.YesNo("draft", false);
        reader.End();
        return new(name, file.Slug, references.Language.Address("terms") + "#" + file.Slug,
            references.Read(shortly ?? new(document.FrontMatter.Place, "", document.FrontMatter.Place), diagnostics),
            references.Resolve(document.Tree, document.Text, diagnostics), new(document.Path, 1, 1));
    }
}

/// <summary>Binds the list of words.</summary>
internal static class WordListReader
{
    public static WordList Read(YamlNode? node, Languages.Language language, List<Diagnostic> diagnostics)
    {
        if (node is not YamlMap map)
        {
            return WordList.Empty;
        }
        var reader = new FieldReader(map, FieldTable.Words, language, diagnostics);
        var hyphenation = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var word in reader.Texts("hyphenation"))
        {
            var parts = word.Value.ToLowerInvariant();
            hyphenation[parts.Replace("|", "", StringComparison.Ordinal)] = parts.Replace('|', '\u00AD');
        }
        var avoid = Pairs(reader.Map("avoid"), language, diagnostics);
        var synonyms = Pairs(reader.Map("synonyms"), language, diagnostics);
        var compounds = reader.Texts("compounds").Select(w => w.Value.ToLowerInvariant()).ToImmutableArray();
        var own = reader.Texts("own_words").Select(w => w.Value).ToImmutableArray();
        var limits = Limits(reader.Map("readability"), language, diagnostics);
        reader.End();
        return new(hyphenation.ToImmutable(), avoid, synonyms, compounds) { Own = own, Limits = limits };
    }

    private static ReadabilityLimits Limits(YamlMap? map, Languages.Language language, List<Diagnostic> diagnostics)
    {
        var usual = WordList.Empty.Limits;
        if (map is null)
        {
            return usual;
        }
        var reader = new FieldReader(map, FieldTable.Readability, language, diagnostics);
        var limits = new ReadabilityLimits(reader.Number("lix") ?? usual.Lix, reader.Number("sentence") ?? usual.Sentence);
        reader.End();
        return limits;
    }

    private static ImmutableSortedDictionary<string, string> Pairs(
        YamlMap? map, Languages.Language language, List<Diagnostic> diagnostics)
    {
        var pairs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (value is YamlText text)
            {
                pairs[key.Value] = text.Value;
            }
            else
            {
                diagnostics.Add(FieldReader.WrongType(key.Value, value, "type_text", language));
            }
        }
        return pairs.ToImmutable();
    }
}
