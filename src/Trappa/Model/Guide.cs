using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Pictures;

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
    /// <summary>The front page's own words, from <c>content/index.md</c>.</summary>
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
    public IEnumerable<Prose> Texts() =>
    [
        .. Steps.SelectMany(s => s.Parts.SelectMany(p => p.Items).Append(s.Lead).Append(s.Body)
            .Concat(s.Difference is null ? [] : [s.Difference])),
        .. AllPages().SelectMany(p => p.Lead is null ? [p.Body] : new[] { p.Lead, p.Body }),
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

/// <summary>What <c>site.yaml</c> says of the guide as a whole.</summary>
public sealed record SiteSettings
{
    /// <summary>The guide's name.</summary>
    public required string Title { get; init; }
    /// <summary>One plain sentence for search engines and the manifest; may be empty.</summary>
    public required string Description { get; init; }
    /// <summary>Absolute address with a slash at the end, or null where none is known.</summary>
    public required string? Address { get; init; }
    /// <summary>What comes before a file's path in the address of a page where it can be changed, or null.</summary>
    public required string? EditAddress { get; init; }
    /// <summary>Where the guide's files are kept, if it has a page to change them on; null where it has none.</summary>
    public EditingSettings? Editing { get; init; }
    /// <summary>Months after which readers are told that the edition is old, or null.</summary>
    public required int? MostMonths { get; init; }
    /// <summary>Whether the edition is older than the guide's own limit on the build's date.</summary>
    public bool IsOld => MostMonths is { } most && Edition is { } e && (((Date.Year - e.Year) * 12) + Date.Month - e.Month) > most;
    /// <summary>Edition, or null.</summary>
    public required Edition? Edition { get; init; }
    /// <summary>Whose words the content is; may be empty.</summary>
    public required string Owner { get; init; }
    /// <summary>Whether readers' phones keep the guide; null where that goes by its size.</summary>
    public required bool? Offline { get; init; }
    /// <summary>Whether raw HTML in content is let through (sanitised).</summary>
    public required bool AllowsHtml { get; init; }
    /// <summary>The date that the build is made for: from outside, never from the clock here.</summary>
    public required DateOnly Date { get; init; }
}

/// <summary>Where the editing page reads and saves the guide's files.</summary>
/// <param name="Host"><c>github</c> or <c>gitlab</c>.</param>
/// <param name="Repository">Owner and name: <c>you/guide</c>.</param>
/// <param name="Branch">Where changes are saved.</param>
/// <param name="Place">Where it is said.</param>
public sealed record EditingSettings(string Host, string Repository, string Branch, Place Place);

/// <summary>An edition of the guide.</summary>
public sealed record Edition(string Name, int Year, int Month);

/// <summary>What a section of a step is for; by this the flow, the cards and search know it, whatever it is called.</summary>
public enum Role
{
    /// <summary>Nothing that others ask for.</summary>
    None,
    /// <summary>What one can recognise.</summary>
    Sign,
    /// <summary>What one can say aloud.</summary>
    Say,
    /// <summary>What the person may need.</summary>
    Need,
    /// <summary>What the person can do.</summary>
    Do,
    /// <summary>How to invite.</summary>
    Invite,
    /// <summary>What leads onward.</summary>
    Next,
}

/// <summary>What a section holds.</summary>
public enum SectionKind
{
    /// <summary>A list of short texts.</summary>
    List,
    /// <summary>One text.</summary>
    Text,
    /// <summary>Names of quotes.</summary>
    Quote,
}

/// <summary>A section that steps may have, declared in <c>site.yaml</c>.</summary>
/// <param name="Name">The front matter field.</param>
/// <param name="Heading">What the page says above it.</param>
/// <param name="Kind">List, text or quote.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Required">Whether every step must have it.</param>
/// <param name="CardOrder">Place on the back of the card, or null when it is not there.</param>
public sealed record StepSection(
    string Name, string Heading, SectionKind Kind, Role Role, bool Required, int? CardOrder);

/// <summary>A step of the ladder.</summary>
public sealed record Step
{
    /// <summary>From which day to which it holds, and what follows.</summary>
    internal Validity Validity { get; init; } = Validity.Always;
    /// <summary>What readers are told when its last day is over, or null.</summary>
    public string? Past { get; init; }
    /// <summary>1-based place on the ladder.</summary>
    public required int Number { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Its part of the address.</summary>
    public required string Slug { get; init; }
    /// <summary>Root-absolute address.</summary>
    public required string Address { get; init; }
    /// <summary>One line of who this is.</summary>
    public required Prose Lead { get; init; }
    /// <summary>One line of what tells it apart from its neighbours, or null.</summary>
    public required Prose? Difference { get; init; }
    /// <summary>Its sections, in page order; those it lacks are left out.</summary>
    public required ImmutableArray<StepPart> Parts { get; init; }
    /// <summary>What follows the sections; may be empty.</summary>
    public required Prose Body { get; init; }
    /// <summary>What holds of someone on this step, by variable of the flow.</summary>
    public required ImmutableSortedDictionary<string, Claim> Profile { get; init; }
    /// <summary>Its own words for its card, by field; empty where the card takes the step's.</summary>
    public ImmutableArray<CardText> CardTexts { get; init; } = [];
    /// <summary>Addresses it had before.</summary>
    public required ImmutableArray<OldAddress> Aliases { get; init; }
    /// <summary>Where its address is said: the field, or the file whose name it is made of.</summary>
    public required Place AddressPlace { get; init; }
    /// <summary>Where the step's file begins.</summary>
    public required Place Place { get; init; }
}

/// <summary>What a profile says of one variable of the flow.</summary>
/// <param name="Value">The value that someone there has given.</param>
/// <param name="NamePlace">Where the variable is named.</param>
/// <param name="ValuePlace">Where the value stands.</param>
public sealed record Claim(string Value, Place NamePlace, Place ValuePlace);

/// <summary>One section of one step.</summary>
/// <param name="Section">The declaration.</param>
/// <param name="Heading">Its heading here: the declared one, or the step's own.</param>
/// <param name="Items">The texts of a list, or the one text; empty for quotes.</param>
/// <param name="Quotes">The quotes; empty for the other kinds.</param>
public sealed record StepPart(
    StepSection Section, string Heading, ImmutableArray<Prose> Items, ImmutableArray<Quote> Quotes);

/// <summary>An ordinary page.</summary>
public sealed record Page
{
    /// <summary>From which day to which it holds, and what follows.</summary>
    internal Validity Validity { get; init; } = Validity.Always;
    /// <summary>What readers are told when its last day is over, or null.</summary>
    public string? Past { get; init; }
    /// <summary>Title in plain text.</summary>
    public required string Title { get; init; }
    /// <summary>Root-absolute address.</summary>
    public required string Address { get; init; }
    /// <summary>Name of the layout that the page asks for, or null for the usual one.</summary>
    public required LayoutName? Layout { get; init; }
    /// <summary>Lead, or null.</summary>
    public required Prose? Lead { get; init; }
    /// <summary>Date in the front matter, or null.</summary>
    public required DateOnly? Date { get; init; }
    /// <summary>The text. A first-level heading that repeats the title is not in it.</summary>
    public required Prose Body { get; init; }
    /// <summary>Addresses it had before.</summary>
    public required ImmutableArray<OldAddress> Aliases { get; init; }
    /// <summary>Where its address is said: the field, or the file whose name it is made of.</summary>
    public required Place AddressPlace { get; init; }
    /// <summary>Where the page's file begins.</summary>
    public required Place Place { get; init; }
}

/// <summary>An address that a page had before, as its writer put it.</summary>
public sealed record OldAddress(string Value, Place Place);

/// <summary>A layout that a page asks for; whether it is there is for the check to say.</summary>
public sealed record LayoutName(string Value, Place Place);

/// <summary>A folder of pages: a section of the site.</summary>
/// <param name="Title">Title, from <c>site.yaml</c>, its <c>index.md</c> or the folder's name.</param>
/// <param name="Description">A sentence, or empty.</param>
/// <param name="Address">Root-absolute address.</param>
/// <param name="Place">The folder itself.</param>
/// <param name="Index">The folder's <c>index.md</c>, or null.</param>
/// <param name="Pages">Its pages in order.</param>
/// <param name="Folders">Folders in it, in order.</param>
public sealed record Folder(
    string Title, string Description, string Address, Place Place, Page? Index,
    ImmutableArray<Page> Pages, ImmutableArray<Folder> Folders);

/// <summary>Whose voice a quote is.</summary>
public enum QuoteKind
{
    /// <summary>Something one can say aloud to a person.</summary>
    Say,
    /// <summary>The guide's own voice, pulled out of its text.</summary>
    Voice,
}

/// <summary>A quote snippet.</summary>
/// <param name="Name">File name without ending; the id by which others refer to it.</param>
/// <param name="Kind">Whose voice.</param>
/// <param name="Text">The words, without quotation marks.</param>
/// <param name="Address">Its place on the page of all quotes.</param>
/// <param name="Place">Where its file begins.</param>
public sealed record Quote(string Name, QuoteKind Kind, Prose Text, string Address, Place Place);

/// <summary>A term of the glossary.</summary>
/// <param name="Name">The term.</param>
/// <param name="Slug">Its fragment on the glossary page.</param>
/// <param name="Address">Root-absolute address with fragment.</param>
/// <param name="Short">One sentence, shown in place.</param>
/// <param name="Body">The longer text; may be empty.</param>
/// <param name="Place">Where its file begins.</param>
public sealed record Term(string Name, string Slug, string Address, Prose Short, Prose Body, Place Place);

/// <summary>Whether an outside resource can be had.</summary>
public enum ResourceState
{
    /// <summary>It has an address.</summary>
    Found,
    /// <summary>Its address is not known: the reader gets words to search for.</summary>
    Missing,
    /// <summary>Announced, not there yet.</summary>
    Awaited,
    /// <summary>Its time is over.</summary>
    Past,
}

/// <summary>Something outside the site.</summary>
public sealed record Resource
{
    /// <summary>The id by which others refer to it.</summary>
    public required string Id { get; init; }
    /// <summary>Its name.</summary>
    public required string Title { get; init; }
    /// <summary>What it is.</summary>
    public required Prose Text { get; init; }
    /// <summary>Heading under which it stands; may be empty.</summary>
    public required string Group { get; init; }
    /// <summary>Its state at the build's date.</summary>
    public required ResourceState State { get; init; }
    /// <summary>Absolute address, or null.</summary>
    public required string? Url { get; init; }
    /// <summary>Where the address stands, or null where there is none.</summary>
    public Place? UrlPlace { get; init; }
    /// <summary>Words to search for instead, or null.</summary>
    public required string? SearchFor { get; init; }
    /// <summary>When somebody last looked, or null.</summary>
    public required DateOnly? Checked { get; init; }
    /// <summary>Last day on which it holds, or null.</summary>
    public required DateOnly? ValidUntil { get; init; }
    /// <summary>Place on the page of resources.</summary>
    public required string Address { get; init; }
    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }
}

/// <summary>A named text that others use: <c>{{ leader }}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The text.</param>
/// <param name="Until">The last day on which it holds, or null.</param>
public sealed record Fact(string Name, string Value, LastDay? Until)
{
    /// <summary>The first day on which it holds, or null.</summary>
    public LastDay? From { get; init; }
    /// <summary>Whether it must not stand after its last day.</summary>
    public bool IsErrorAfter { get; init; }
}

/// <summary>The first or last day on which something holds.</summary>
/// <param name="Date">The day.</param>
/// <param name="Place">Where it is written.</param>
public sealed record LastDay(DateOnly Date, Place Place);

/// <summary>Words as the guide wants them.</summary>
/// <param name="Hyphenation">Word in lower case → the same with U+00AD where it may be broken.</param>
/// <param name="Avoid">Words to avoid → what to write instead.</param>
/// <param name="Synonyms">Word that readers use → word that the guide uses.</param>
/// <param name="Compounds">Compounds in lower case with a bar between their parts, for search.</param>
public sealed record WordList(
    ImmutableSortedDictionary<string, string> Hyphenation,
    ImmutableSortedDictionary<string, string> Avoid,
    ImmutableSortedDictionary<string, string> Synonyms,
    ImmutableArray<string> Compounds)
{
    /// <summary>Words that are right though no dictionary has them.</summary>
    public ImmutableArray<string> Own { get; init; } = [];

    /// <summary>How hard a text may be to read.</summary>
    public ReadabilityLimits Limits { get; init; } = new(40, 20);

    /// <summary>No words.</summary>
    public static WordList Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        []);
}

/// <summary>How hard a text may be to read.</summary>
/// <param name="Lix">The highest LIX of a page: below 40 is easy (Björnsson 1968).</param>
/// <param name="Sentence">Words of the longest sentence.</param>
public sealed record ReadabilityLimits(int Lix, int Sentence);

/// <summary>A file that content brings along.</summary>
/// <param name="Address">Root-absolute address.</param>
/// <param name="File">Its path from the project's folder.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Picture">What it is made into where it is a picture; else null, and it goes out as it is.</param>
public sealed record Attachment(string Address, string File, ReadOnlyMemory<byte> Bytes, PictureFile? Picture);
