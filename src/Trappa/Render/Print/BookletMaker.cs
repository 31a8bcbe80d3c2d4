using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>Makes the folded booklet: what stands on each of its pages, measured, with nothing cut.</summary>
internal sealed class BookletMaker
{
    private readonly Guide _guide;
    private readonly PrintWords _words;
    private readonly Fitting _fitting;
    private readonly Paper _sheet;
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ImmutableArray<string>.Builder _dropped = ImmutableArray.CreateBuilder<string>();

    private BookletMaker(Guide guide, PrintWords words, Fitting fitting)
    {
        _guide = guide;
        _words = words;
        _fitting = fitting;
        _sheet = Booklet.SheetOf(guide);
    }

    /// <summary>The booklet of a guide that has room in one, what is too long, and what was left out.</summary>
    public static (Booklet Booklet, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Dropped) Make(Guide guide, PrintWords words, Fitting fitting)
    {
        var maker = new BookletMaker(guide, words, fitting);
        var code = guide.Site.Address is { } address && QrDrawing.Fits(address) ? address : null;
        var pages = ImmutableArray.Create(maker.Cover(), maker.Flow())
            .AddRange(maker.Steps()).Add(maker.Remember()).Add(maker.Last(code is not null));
        return (new(maker._sheet, pages, code, guide.Print.HasOwnBox), maker._found.ToImmutable(), maker._dropped.ToImmutable());
    }

    /// <summary>The pages that it tells of: those that somebody chose, or those of the guide's first folder that have a lead.</summary>
    public static IEnumerable<Page> Quoted(Guide guide)
    {
        var chosen = guide.Print.Booklet.Pages;
        var wanted = chosen.IsEmpty ? guide.Folders.FirstOrDefault()?.Pages.Select(p => p.Address).ToImmutableArray() ?? [] : chosen;
        if (wanted.IsEmpty)
        {
            return [];
        }
        var all = guide.AllPages().ToDictionary(p => p.Address, StringComparer.Ordinal);
        return wanted.Select(all.GetValueOrDefault).OfType<Page>().Where(p => !chosen.IsEmpty || p.Lead is not null);
    }

    private BookletPage Cover()
    {
        var language = _guide.Language;
        List<CardBlock> blocks = [new(BlockKind.Title, [_words.Run(_guide.Site.Title, true)], language.Field("title"), null)];
        if (_guide.Site.Description.Length > 0)
        {
            blocks.Add(new(BlockKind.Lead, [_words.Run(_guide.Site.Description)], language.Field("description"), null));
        }
        blocks.AddRange(Edition(BlockKind.Plain));
        if (_guide.Print.HasOwnBox)
        {
            blocks.Add(new(BlockKind.Plain, [_words.Run(language.Word("print_own"))], language.Field("own_box"), null) { Part = 1 });
        }
        return Fitted(BookletPageKind.Cover, 1, blocks,
            Booklet.Stairs + Booklet.Gap + (_guide.Print.HasOwnBox ? Booklet.Pen : 0));
    }

    private BookletPage Flow()
    {
        if (_guide.Flow is not { } flow)
        {
            return Fitted(BookletPageKind.Flow, 2,
            [
                Heading(_guide.Language.Word("the_steps")),
                .. _guide.Steps.Select(s => new CardBlock(BlockKind.Lead, [_words.Run(Numbered(s))], _guide.Language.Word("the_steps"), null)),
            ]);
        }
        var arrow = _guide.Language.Direction == "rtl" ? "←" : "→";
        List<CardBlock> blocks = [Heading(flow.Title), .. BookletFlow.Blocks(flow, _words, arrow)];
        var (width, height) = Room(0);
        var fitted = _fitting.Fit(blocks, width, height);
        if (fitted.IsWhole)
        {
            return new(BookletPageKind.Flow, fitted.Blocks);
        }
        _found.Add(new(Codes.BookletFlowLeftOut, flow.Place, ("flow", flow.Title)));
        return Fitted(BookletPageKind.Flow, 2,
        [
            Heading(flow.Title),
            .. flow.Lead is { } lead ? [new CardBlock(BlockKind.Lead, [_words.Run(lead.Plain)], _guide.Language.Field("lead"), null) { Place = lead.Place }] : Array.Empty<CardBlock>(),
            new(BlockKind.Plain, [_words.Run(_guide.Language.Word("print_flow_elsewhere")), .. OnWeb(_guide.Language.Address("flow"))], flow.Title, null),
        ]);
    }

    // Shared out evenly, the first pages one more where they must; what is left is for a pen.
    private IEnumerable<BookletPage> Steps()
    {
        var (each, more) = (_guide.Steps.Length / Booklet.StepPages, _guide.Steps.Length % Booklet.StepPages);
        var at = 0;
        for (var i = 0; i < Booklet.StepPages; i++)
        {
            var steps = _guide.Steps.Skip(at).Take(each + (i < more ? 1 : 0)).ToList();
            at += steps.Count;
            yield return steps.Count == 0 ? Notes() : Fitted(BookletPageKind.Steps, i + 3, [.. steps.SelectMany(Step)]);
        }
    }

    private IEnumerable<CardBlock> Step(Step step, int part) => new[]
    {
        new CardBlock(BlockKind.StepName, [_words.Run(Numbered(step), true) with { Url = OnSite(step.Address) }], _guide.Language.Field("name"), null) { Place = step.NamePlace },
        _words.Lead(step, BlockKind.Who),
    }.Concat(_words.Fields(step, _guide.Print.Booklet.Fields, BlockKind.Speech, BlockKind.Told)).Select(b => b with { Step = step, Part = part });

    // Pages that somebody chose must have room; the others are there as far as they go.
    private BookletPage Remember()
    {
        var isChosen = !_guide.Print.Booklet.Pages.IsEmpty;
        var pages = Quoted(_guide).ToList();
        if (pages.Count == 0)
        {
            return Notes();
        }
        var folder = _guide.Folders.SelectMany(Render.Pages.WithFolders).FirstOrDefault(f => f.Pages.Any(p => p.Address == pages[0].Address));
        List<CardBlock> Blocks() => [Heading(folder?.Title ?? _guide.Language.Word("print_remember")), .. pages.SelectMany((p, i) => About(p).Select(b => b with { Part = i }))];
        var (width, height) = Room(0);
        while (!isChosen && pages.Count > 1 && !_fitting.Fit(Blocks(), width, height).OverBox.IsEmpty)
        {
            pages.RemoveAt(pages.Count - 1);
        }
        return Fitted(BookletPageKind.Pages, 7, Blocks());
    }

    private IEnumerable<CardBlock> About(Page page)
    {
        yield return new(BlockKind.Point, [_words.Run(page.Title, true) with { Url = OnSite(page.Address) }], page.Title, null) { Place = page.Place };
        if (page.Lead is { } lead)
        {
            yield return new(BlockKind.Lead, [_words.Run(lead.Plain)], page.Title, null) { Place = lead.Place };
        }
        // What it gives to say, the first of it.
        var names = page.Body.Targets.Values.OfType<QuoteTarget>().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        if (_guide.Quotes.FirstOrDefault(q => q.Kind == QuoteKind.Say && names.Contains(q.Name)) is { } quote)
        {
            yield return _words.Said(BlockKind.Speech, quote.Text.Plain, page.Title, null) with { Place = quote.Text.Place };
        }
    }

    private BookletPage Last(bool hasCode)
    {
        var language = _guide.Language;
        List<CardBlock> blocks = [Heading(_guide.Resources.IsEmpty ? _guide.Site.Title : language.Word("resources_title"))];
        blocks.AddRange(_words.Resources());
        // Beside the code where it has room there, else above it, as wide as the page.
        var (width, height) = Room(Booklet.Ruler);
        List<CardBlock> foot = [.. Address(BlockKind.BesideCode), .. Edition(BlockKind.BesideCode)];
        var beside = _fitting.Fit(foot, width, height);
        if (hasCode && beside.WideWords.IsEmpty)
        {
            var taken = Math.Max(QrDrawing.Side, _fitting.Height(foot, width)) + Booklet.Gap;
            var above = Fitted(BookletPageKind.Last, 8, blocks, Booklet.Ruler + taken);
            return above with { Blocks = [.. above.Blocks, .. beside.Blocks] };
        }
        return Fitted(BookletPageKind.Last, 8, [.. blocks, .. Address(BlockKind.Plain), .. Edition(BlockKind.Plain)],
            Booklet.Ruler + (hasCode ? QrDrawing.Side + Booklet.Gap : 0));
    }

    private IEnumerable<CardBlock> Edition(BlockKind kind) => _words.Edition(kind).Select(b => b with { Part = 1 });

    // Where the guide is, in words that say so.
    private IEnumerable<CardBlock> Address(BlockKind kind) => _guide.Site.Address is null ? [] :
    [
        new(kind, [_words.Run(_guide.Language.Word("print_on_web"), true), .. OnWeb("/")], _guide.Language.Field("address"), null) { Part = 1 },
    ];

    private TextRun[] OnWeb(string address) => OnSite(address) is not { } url ? [] : [new(" ", false), PrintWords.Breakable(PrintWords.Shown(url)) with { Url = url }];

    private BookletPage Notes() => new(BookletPageKind.Notes, [Heading(_guide.Language.Word("print_notes"))]);

    private CardBlock Heading(string text) => new(BlockKind.Heading, [_words.Run(text, true)], text, null);

    private static string Numbered(Step step) => $"{I(step.Number)} {step.Name}";

    private string? OnSite(string address) => _guide.Site.Address is { } site ? site + address.TrimStart('/') : null;

    private (double Width, double Height) Room(double taken) =>
        ((_sheet.Width / Booklet.Columns) - (2 * Booklet.Safe), (_sheet.Height / 2) - Booklet.Safe - Booklet.Foot - taken);

    private BookletPage Fitted(BookletPageKind kind, int number, IReadOnlyCollection<CardBlock> blocks, double taken = 0)
    {
        var (width, height) = Room(taken);
        var fitted = _fitting.Fit(blocks, width, height);
        var place = _guide.Print.Place;
        _found.AddRange(_words.Faults(fitted, Name, _guide.Language.Word("print_in_booklet"), place));
        _dropped.AddRange(fitted.Dropped.Select(Name));
        _found.AddRange(fitted.OverBox.Select(e => new Diagnostic(Codes.BookletTextTooLong, e.Block.Place ?? e.Block.Step?.Place ?? place, ("page", I(number)),
            ("field", Name(e.Block)), ("lines", _words.Lines(e.Lines)), ("characters", I(e.Characters)), ("words", e.Words), ("file", place.File))));
        return new(kind, fitted.Blocks);
    }

    private static string Name(CardBlock block) => block.Step is { } step ? $"{step.Name}: {block.Field}" : block.Field;

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);
}
