using System.Collections.Immutable;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Parse.Facts;

namespace Trappa.Words;

/// <summary>Which pages show a text: its own, and those that take it in.</summary>
internal sealed class ShownOn
{
    /// <summary>Stands for every page.</summary>
    public const string EveryPage = "/*";

    private readonly Guide _guide;
    private readonly ILookup<string, string> _pagesOfFiles;
    private readonly ImmutableHashSet<string> _inFlow;
    private readonly ImmutableHashSet<Role> _rolesInFlow;

    private ShownOn(Guide guide)
    {
        _guide = guide;
        _inFlow = [.. (guide.Flow?.Outcomes ?? []).Select(o => o.Step?.Place.File).OfType<string>()];
        _rolesInFlow = [.. (guide.Flow?.Readers ?? []).SelectMany(r => r.Sections).Select(s => s.Role)];
        _pagesOfFiles = OwnPages(guide).Concat(QuotesOnPages(guide)).Concat(TermsOnPages(guide)).Distinct().ToLookup(p => p.File, p => p.Address, StringComparer.Ordinal);
    }

    private Language Language => _guide.Language;

    /// <summary>Each text with its pages.</summary>
    public static ImmutableArray<UsedWording> Of(Guide guide, ImmutableArray<Wording> texts)
    {
        var shown = new ShownOn(guide);
        var used = texts.Select(t => new UsedWording(t, shown.Pages(t))).ToImmutableArray();
        // A fact is shown where it is named.
        var facts = used.SelectMany(u => Facts(u.Wording).Select(name => (name, u.Pages)))
            .ToLookup(f => f.name, f => f.Pages, StringComparer.Ordinal);
        return [.. used.Select(u => u.Wording.Kind != WordingKind.Fact ? u
            : u with { Pages = [.. facts[u.Wording.Field.Split('/')[1]].SelectMany(p => p).Distinct(StringComparer.Ordinal)] })];
    }

    private ImmutableArray<string> Pages(Wording text)
    {
        if (text.File == Parser.SitePath)
        {
            return OfSettings(text.Field);
        }
        return _guide.Steps.FirstOrDefault(s => s.Place.File == text.File) is { } step
            ? [.. OfStep(step, text.Field.Split('/')[0]).Distinct(StringComparer.Ordinal)]
            : [.. _pagesOfFiles[text.File]];
    }

    // The ladder shows its name and who is on it, the flow what its readers see of a step, the card what has room there.
    private IEnumerable<string> OfStep(Step step, string field)
    {
        var (cards, flow) = (Language.Address("print"), Language.Address("flow"));
        if (field == Language.Field("card_text"))
        {
            return [cards];
        }
        var isName = field == Language.Field("name");
        var isLead = field == Language.Field("lead");
        var role = _guide.Sections.FirstOrDefault(s => s.Name == field)?.Role;
        var isInFlow = _inFlow.Contains(step.Place.File) && (isName || isLead || field == Language.Field("difference") || (role is { } r && _rolesInFlow.Contains(r)));
        var isOnCard = (isName || isLead || role == Role.Sign || _guide.Print.Back.Any(b => b.Section.Name == field)) && !step.CardTexts.Any(c => c.Name == field);
        return [step.Address, .. isName || isLead ? ["/"] : Array.Empty<string>(), .. isInFlow ? [flow] : Array.Empty<string>(), .. isOnCard ? [cards] : Array.Empty<string>()];
    }

    private ImmutableArray<string> OfSettings(string field)
    {
        var path = field.Split('/');
        return path[0] == Language.Field("sections") ? [.. _guide.Steps.Select(s => s.Address)]
            : path[0] == Language.Field("folders") ? [Names.FolderAddress(Language, path[1])]
            : path[0] == Language.Field("facts") ? [] : [EveryPage];
    }

    private static IEnumerable<(string File, string Address)> OwnPages(Guide guide)
    {
        var language = guide.Language;
        return guide.Steps.Select(s => (s.Place.File, s.Address))
            .Concat(guide.AllPages().Select(p => (p.Place.File, p.Address)))
            .Concat(guide.Quotes.Select(q => (q.Place.File, language.Address("quotes"))))
            .Concat(guide.Terms.Select(t => (t.Place.File, language.Address("terms"))))
            .Append(("content/" + language.File("resources"), language.Address("resources")))
            .Append(("content/" + language.File("cards"), language.Address("print")))
            .Append(("content/" + language.File("flow"), language.Address("flow")));
    }

    private IEnumerable<(string File, string Address)> QuotesOnPages(Guide guide)
    {
        var files = guide.Quotes.ToDictionary(q => q.Name, q => q.Place.File, StringComparer.Ordinal);
        return guide.Steps.SelectMany(s => s.Parts.SelectMany(p => p.Quotes.SelectMany(q => OfStep(s, p.Section.Name).Select(a => (q.Place.File, a)))))
            .Concat(Targets<QuoteTarget>(guide).Where(t => files.ContainsKey(t.Target.Name)).Select(t => (files[t.Target.Name], t.Address)));
    }

    private static IEnumerable<(string File, string Address)> TermsOnPages(Guide guide)
    {
        var files = guide.Terms.DistinctBy(t => t.Slug, StringComparer.Ordinal).ToDictionary(t => t.Slug, t => t.Place.File, StringComparer.Ordinal);
        return Targets<TermTarget>(guide).Where(t => files.ContainsKey(t.Target.Slug)).Select(t => (files[t.Target.Slug], t.Address));
    }

    private static IEnumerable<(T Target, string Address)> Targets<T>(Guide guide)
        where T : Target
    {
        var own = OwnPages(guide).ToLookup(p => p.File, p => p.Address, StringComparer.Ordinal);
        return from text in guide.Texts()
               from target in text.Targets.Values.OfType<T>()
               from address in own[text.Place.File]
               select (target, address);
    }

    private static IEnumerable<string> Facts(Wording text)
    {
        var words = text.Text.Text;
        for (var open = words.IndexOf("{{", StringComparison.Ordinal); open >= 0; open = words.IndexOf("{{", open + 1, StringComparison.Ordinal))
        {
            if (FactInlineParser.Read(words.AsSpan(open)) is { } fact)
            {
                yield return fact.Name;
            }
        }
    }
}
