using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Trappa.Render.Html;

/// <summary>Gathers what the pass meets on one page. Everything comes as it stands in the source, references and all.</summary>
internal sealed class PageNotes
{
    private readonly ImmutableArray<string>.Builder _ids = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _targets = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _outside = ImmutableArray.CreateBuilder<string>(0);
    private readonly ImmutableArray<(int, string)>.Builder _headings = ImmutableArray.CreateBuilder<(int, string)>();
    private readonly ImmutableArray<string>.Builder _silentLinks = ImmutableArray.CreateBuilder<string>(0);
    private readonly ImmutableArray<string>.Builder _silentImages = ImmutableArray.CreateBuilder<string>(0);
    private readonly StringBuilder _heading = new();
    private bool _inHeading;
    private Enclosure _hidden;
    private string? _link;
    private bool _linkHasWords;

    /// <summary>An id.</summary>
    public void Id(ReadOnlySpan<char> id) => _ids.Add(Plain(id));

    /// <summary>Where a link, picture or script leads.</summary>
    /// <param name="address">Root-absolute, with its fragment.</param>
    public void Target(string address) => _targets.Add(Plain(address));

    /// <summary>What would be fetched from another site.</summary>
    public void Outside(ReadOnlySpan<char> address) => _outside.Add(Plain(address));

    /// <summary>A start tag.</summary>
    /// <param name="name">Name of the element.</param>
    /// <param name="hasEnd">Whether an end tag follows.</param>
    /// <param name="isHidden">Whether those who listen do not hear it.</param>
    public void Start(ReadOnlySpan<char> name, bool hasEnd, bool isHidden)
    {
        if (hasEnd)
        {
            _hidden.Start(name, isHidden);
        }
        if (ElementNames.IsHeading(name))
        {
            _inHeading = true;
            _heading.Clear();
        }
    }

    /// <summary>The start of a link.</summary>
    /// <param name="href">Where it leads.</param>
    /// <param name="isNamed">Whether an attribute gives it words.</param>
    public void Link(ReadOnlySpan<char> href, bool isNamed)
    {
        _link = _hidden.Holds ? null : Plain(href);
        _linkHasWords = isNamed;
    }

    /// <summary>A picture.</summary>
    /// <param name="src">Where it is.</param>
    /// <param name="hasAlt">Whether it says what it shows. An empty text says that it is ornament
    /// (HTML, "A purely decorative image"); none says nothing.</param>
    /// <param name="alt">What it says.</param>
    public void Image(ReadOnlySpan<char> src, bool hasAlt, ReadOnlySpan<char> alt)
    {
        if (!hasAlt)
        {
            _silentImages.Add(Plain(src));
        }
        Text(alt);
    }

    /// <summary>Text that a reader sees or hears.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (_inHeading)
        {
            _heading.Append(text);
        }
        if (_link is not null && !_linkHasWords)
        {
            _linkHasWords = !_hidden.Holds && !text.IsWhiteSpace();
        }
    }

    /// <summary>An end tag.</summary>
    public void End(ReadOnlySpan<char> name)
    {
        _hidden.End(name);
        if (_inHeading && ElementNames.IsHeading(name))
        {
            _inHeading = false;
            _headings.Add((name[1] - '0', Plain(_heading.ToString()).Trim()));
        }
        if (_link is not null && name is "a")
        {
            if (!_linkHasWords)
            {
                _silentLinks.Add(_link);
            }
            _link = null;
        }
    }

    /// <summary>Whether it is in no heading, no link and nothing hidden, so that what comes is met as it would be alone.</summary>
    public bool IsAtRest => !_inHeading && _link is null && !_hidden.Holds;

    /// <summary>How much it has met so far.</summary>
    public NoteCounts Counts => new(_ids.Count, _headings.Count, _silentLinks.Count, _silentImages.Count);

    /// <summary>What it has met since it had met so much, but for targets.</summary>
    public PageFindings Since(NoteCounts before) => new()
    {
        Ids = [.. _ids.Skip(before.Ids)],
        Headings = [.. _headings.Skip(before.Headings)],
        SilentLinks = [.. _silentLinks.Skip(before.SilentLinks)],
        SilentImages = [.. _silentImages.Skip(before.SilentImages)],
    };

    /// <summary>What was met before, met again.</summary>
    public void Add(PageFindings findings)
    {
        _ids.AddRange(findings.Ids);
        _headings.AddRange(findings.Headings);
        _silentLinks.AddRange(findings.SilentLinks);
        _silentImages.AddRange(findings.SilentImages);
    }

    /// <summary>All of it.</summary>
    public PageFindings Findings() => new()
    {
        Ids = _ids.DrainToImmutable(),
        Targets = _targets.DrainToImmutable(),
        Outside = _outside.DrainToImmutable(),
        Headings = _headings.DrainToImmutable(),
        SilentLinks = _silentLinks.DrainToImmutable(),
        SilentImages = _silentImages.DrainToImmutable(),
    };

    private static string Plain(ReadOnlySpan<char> source) => Plain(source.ToString());

    private static string Plain(string source) => source.Contains('&') ? WebUtility.HtmlDecode(source) : source;
}

/// <summary>How much the pass has met up to some place on a page.</summary>
internal readonly record struct NoteCounts(int Ids, int Headings, int SilentLinks, int SilentImages);
