using System.Collections.Immutable;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Trappa.Render.Html;

/// <summary>A page after the pass.</summary>
/// <param name="Utf8">The page in pieces, the style sheet one of them.</param>
/// <param name="Findings">What it met.</param>
internal sealed record PassResult(ImmutableArray<ReadOnlyMemory<byte>> Utf8, PageFindings Findings);

/// <summary>
/// The one pass over a page's HTML, token by token with AngleSharp's tokenizer: makes addresses relative, sets the
/// text, puts in the style sheet, and notes what the checks over all pages need. What it does not change goes out as
/// it is written, except comments, which go nowhere. One a page.
/// </summary>
internal sealed class HtmlPass
{
    private readonly PassSettings _settings;
    private readonly RelativeAddress _addresses;
    private readonly string _page;
    private readonly List<int> _styleAt = [];
    private readonly TextBuffer _output;
    private readonly PageNotes _notes = new();
    private readonly Func<string, string> _source;
    private readonly LastTail _lastTail;
    private TailRecording? _recording;
    private Enclosure _kept;
    private bool _inBody;
    private int _pictures;

    private HtmlPass(TextBuffer output, string page, string? root, PassSettings settings, LastTail lastTail)
    {
        _lastTail = lastTail;
        _settings = settings;
        _page = settings.Under + page;
        _addresses = new(_page, settings.Portable, root, settings.Assets) { Under = settings.Under };
        _output = output;
        _source = Source;
    }

    /// <summary>Runs over a page.</summary>
    /// <param name="html">The page as its layout made it, with root-absolute addresses.</param>
    /// <param name="page">Its root-absolute address.</param>
    /// <param name="root">What stands for the root instead of a relative path, or null.</param>
    /// <param name="style">The style sheet that goes into its empty style element, as UTF-8.</param>
    /// <param name="settings">What all pages have in common.</param>
    /// <param name="lastTail">The tail of the page before with the same settings.</param>
    public static PassResult Run(ReadOnlyMemory<char> html, string page, string? root, ReadOnlyMemory<byte> style, PassSettings settings, LastTail lastTail)
    {
        using var output = new TextBuffer(html.Length + 1024);
        var pass = new HtmlPass(output, page, root, settings, lastTail);
        pass.Run(html);
        return new(pass.Pieces(style), pass._notes.Findings());
    }

    private ImmutableArray<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> style)
    {
        var pieces = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>((2 * _styleAt.Count) + 1);
        var from = 0;
        foreach (var at in _styleAt)
        {
            pieces.Add(_output.ToUtf8(from, at));
            pieces.Add(style);
            from = at;
        }
        pieces.Add(_output.ToUtf8(from, _output.Length));
        return pieces.MoveToImmutable();
    }

    private void Run(ReadOnlyMemory<char> html)
    {
        // Compiled ahead of time this source is read a third faster than one over the string.
        using var source = new TextSource(new ReadOnlyMemoryTextSource(html));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            // Character references stay as they are written; the text goes out again as HTML.
            IsNotConsumingCharacterReferences = true,
            DisableElementPositionTracking = true,
        };
        var (at, tail) = (0, PageTail.IndexIn(html.Span));
        while (true)
        {
            if (at == tail && tokenizer.State == HtmlParseMode.PCData && _inBody && !_kept.Holds && _notes.IsAtRest && Tail(html.Span[at..]))
            {
                return;
            }
            ref var token = ref tokenizer.GetStructToken();
            var end = Math.Min(tokenizer.InsertionPoint, html.Length);
            var written = html.Span[at..end];
            at = end;
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    if (_recording is { IsSame: true })
                    {
                        _lastTail.Tail = _recording.End(_output.Text.Span, _notes);
                    }
                    return;
                case HtmlTokenType.Character:
                    Text(written);
                    break;
                case HtmlTokenType.StartTag:
                    tokenizer.State = StartTag(ref token, written, html.Span[at..]);
                    break;
                case HtmlTokenType.EndTag:
                    _output.Append(written);
                    _kept.End(token.Name.Memory.Span);
                    _notes.End(token.Name.Memory.Span);
                    break;
                case HtmlTokenType.Doctype:
                    _output.Append(written);
                    break;
            }
        }
    }

    // Whether the tail is the one of the page before, and written; else it is taken down for the next.
    private bool Tail(ReadOnlySpan<char> html)
    {
        if (_lastTail.Tail is not { } last || !html.SequenceEqual(last.Source))
        {
            _recording = new(html.ToString(), _output.Length, _notes.Counts);
            return false;
        }
        foreach (var link in last.Links)
        {
            _output.Append(link.Before);
            _output.Attribute(link.Attribute, Address(link.Address));
        }
        _output.Append(last.Rest);
        _notes.Add(last.Findings);
        return true;
    }

    private void Text(ReadOnlySpan<char> text)
    {
        _notes.Text(text);
        if (_inBody && !_kept.Holds)
        {
            _settings.Typesetter.Append(text, _output);
        }
        else
        {
            _output.Append(text);
        }
    }

    private HtmlParseMode StartTag(ref StructHtmlToken token, ReadOnlySpan<char> written, ReadOnlySpan<char> rest)
    {
        var name = token.Name.Memory.Span;
        var attributes = token.Attributes;
        var tag = TagFacts.Of(attributes);
        if (name is "img" && !tag.IsAbsolute && _settings.PictureAt(tag.Source, _addresses) is { } picture)
        {
            _recording?.IsSame = false;
            PictureTag.Write(_output, attributes, picture, _settings.IsOnPaper, _pictures++ > 0, Address);
        }
        else if (tag.IsChanged)
        {
            Write(name, attributes, tag, token.IsSelfClosing);
        }
        else
        {
            _output.Append(written);
        }

        var hasEnd = !token.IsSelfClosing && !ElementNames.IsVoid(name);
        _inBody |= name is "body";
        _notes.Start(name, hasEnd, tag.IsHidden);
        if (hasEnd)
        {
            _kept.Start(name, tag.IsUntranslated || ElementNames.IsKept(name));
        }
        if (tag.Id.Length > 0)
        {
            _notes.Id(tag.Id);
        }
        if (name is "a" && tag.HasHref)
        {
            _notes.Link(tag.Href, tag.IsNamed);
        }
        else if (name is "img")
        {
            _notes.Image(tag.Source, tag.HasAlt, tag.Alt);
        }
        // The layout leaves the element empty, so that nothing need carry the sheet along; where it is written the page has it.
        if (name is "style" && rest.StartsWith("</style", StringComparison.Ordinal))
        {
            _styleAt.Add(_output.Length);
            _recording?.IsSame = false;
        }
        return hasEnd ? ElementNames.Mode(name) : HtmlParseMode.PCData;
    }

    private void Write(ReadOnlySpan<char> name, in StructAttributes attributes, in TagFacts tag, bool isSelfClosing)
    {
        var saysNothingBack = name is "a" or "area" && AddressKinds.Of(tag.Href) == AddressKind.Outside;
        var hasRel = false;
        _output.Append('<').Append(name);
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            var key = attribute.Name.Memory.Span;
            var value = attribute.Value.Memory.Span;
            switch (key)
            {
                case "data-absolute":
                    break;
                case "src" or "poster" when AddressKinds.Of(value) == AddressKind.Outside:
                    _recording?.IsSame = false;
                    _notes.Outside(value);
                    _output.Attribute(key, value);
                    break;
                case "href" or "src" or "poster" or "action" when !tag.IsAbsolute:
                    Address(key, value);
                    break;
                case "srcset" when !tag.IsAbsolute:
                    _recording?.IsSame = false;
                    _output.Attribute(key, SourceSet.Map(value, _source));
                    break;
                case "rel" when saysNothingBack:
                    hasRel = true;
                    _output.Attribute(key, WithNoReferrer(value.ToString()));
                    break;
                default:
                    _output.Attribute(key, value);
                    break;
            }
        }
        if (saysNothingBack && !hasRel)
        {
            // Whoever is linked to outside is not told where the reader came from, whatever the server's headers say.
            _output.Attribute("rel", "noreferrer");
        }
        _output.Append(isSelfClosing && !ElementNames.IsVoid(name) ? "/>" : ">");
    }

    private void Address(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        if (!IsOnSite(value))
        {
            _output.Attribute(key, value);
            return;
        }
        var (from, address) = (_output.Length, value.ToString());
        _output.Attribute(key, Address(address));
        _recording?.Link(_output.Text.Span, from, key, address);
    }

    private static bool IsOnSite(ReadOnlySpan<char> address) =>
        AddressKinds.Of(address) is AddressKind.Root or AddressKind.Fragment or AddressKind.Relative;

    private string Address(string address)
    {
        switch (AddressKinds.Of(address))
        {
            case AddressKind.Root:
                _notes.Target(_addresses.Hashed(address));
                return _addresses.Of(address);
            case AddressKind.Fragment:
                _notes.Target(_page + address);
                return address;
            case AddressKind.Relative:
                _notes.Target(_addresses.FromRoot(address));
                return address;
            default:
                return address;
        }
    }

    private string Source(string address)
    {
        if (AddressKinds.Of(address) == AddressKind.Outside)
        {
            _notes.Outside(address);
        }
        return Address(address);
    }

    private static string WithNoReferrer(string rel) =>
        rel.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is var words
        && words.Contains("noreferrer", StringComparer.OrdinalIgnoreCase) ? rel : string.Join(' ', [.. words, "noreferrer"]);
}
