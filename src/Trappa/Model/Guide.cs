using System.Collections.Immutable;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>
/// The whole guide, typed and with every cross-reference resolved: nothing in it is a string that could be a name
/// of something else. Made once by <see cref="Modeler"/>; never changed.
/// Every <c>Address</c> is root-absolute (<c>/steg/valjare/</c>), with a fragment where the thing is part of a page.
/// </summary>
public sealed record Guide
{
    /// <summary>Words, alphabet, slug rules.</summary>
    public required Language Language { get; init; }
    /// <summary>What <c>site.yaml</c> says of the guide as a whole.</summary>
    public required SiteSettings Site { get; init; }
    /// <summary>What a step consists of, in page order.</summary>
    public required ImmutableArray<StepSection> Sections { get; init; }
    /// <summary>The steps from the lowest up; empty where the guide has none.</summary>
    public required ImmutableArray<Step> Steps { get; init; }
    /// <summary>All ordinary pages, by folder and order; the front page and the about page are not among them.</summary>
    public required ImmutableArray<Page> Pages { get; init; }
    /// <summary>Folders of pages at the top level, in order.</summary>
    public required ImmutableArray<Folder> Folders { get; init; }
    /// <summary>The front page's own words, from <c>content/index.md</c> or its like.</summary>
    public required Page? Front { get; init; }
    /// <summary>The body of the page about the guide, from <c>content/om.md</c> (its name is the language's).</summary>
    public required Page? About { get; init; }
    /// <summary>All quotes, in alphabetical order of their names.</summary>
    public required ImmutableArray<Quote> Quotes { get; init; }
    /// <summary>All terms, in the language's alphabetical order.</summary>
    public required ImmutableArray<Term> Terms { get; init; }
    /// <summary>Outside resources, in the order of the file.</summary>
    public required ImmutableArray<Resource> Resources { get; init; }
    /// <summary>The decision flow, or null where the guide has none.</summary>
    public required Flow? Flow { get; init; }
    /// <summary>What is printed, and how.</summary>
    public required PrintSettings Print { get; init; }
    /// <summary>Named facts of <c>site.yaml</c>.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }
    /// <summary>Hyphenation, synonyms, words to avoid.</summary>
    public required WordList Words { get; init; }
    /// <summary>Pictures and other files that content brings along, by their address.</summary>
    public required ImmutableArray<Attachment> Attachments { get; init; }

    /// <summary>Editions of before, the oldest first.</summary>
    public ImmutableArray<FrozenEdition> Frozen { get; init; } = [];
    /// <summary>The folder that a frozen edition has on the site, as <c>/2024-04</c>; empty for the present one.</summary>
    public string Under { get; init; } = "";

    /// <summary>Every text of the guide, each once.</summary>
    public IEnumerable<Prose> Texts() => [.. Steps.SelectMany(s => s.Texts()), .. AllPages().SelectMany(p => p.Texts()), .. OtherTexts()];

    /// <summary>Those that are of no step and no page.</summary>
    internal IEnumerable<Prose> OtherTexts() =>
    [
        .. Quotes.Select(q => q.Text),
        .. Terms.SelectMany(t => new[] { t.Short, t.Body }),
        .. Resources.Select(r => r.Text),
        .. Flow?.Texts() ?? [],
    ];

    /// <summary>Every page that comes from a file: ordinary ones, folders' own, the front page and the one about the guide.</summary>
    public IEnumerable<Page> AllPages() =>
        Pages.Concat(Folders.SelectMany(Indexes)).Concat(new[] { Front, About }.OfType<Page>());

    private static IEnumerable<Page> Indexes(Folder folder) =>
        (folder.Index is null ? [] : new[] { folder.Index }).Concat(folder.Folders.SelectMany(Indexes));
}
