using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Trappa.Render.Html;

/// <summary>A page after the pass.</summary>
internal sealed record PassResult(byte[] Utf8, PageFindings Findings);

/// <summary>
/// The one pass over a page's HTML, token by token with AngleSharp's tokenizer: makes addresses relative, sets the
/// text, puts in the style sheet, and notes what the checks over all pages need. One a page.
/// </summary>
internal sealed class HtmlPass
{
    private static readonly FrozenSet<string> Untouched =
        FrozenSet.Create(StringComparer.Ordinal, "code", "pre", "kbd", "samp", "script", "style", "textarea", "title", "svg");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.Ordinal,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private readonly PassSettings _settings;
    private readonly RelativeAddress _addresses;
    private readonly string _page;
    private readonly TextBuffer _output;
    private readonly ImmutableArray<string>.Builder _ids = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _targets = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<(int, string)>.Builder _headings = ImmutableArray.CreateBuilder<(int, string)>();
    private readonly ImmutableArray<string>.Builder _silentLinks = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _silentImages = ImmutableArray.CreateBuilder<string>();
    private readonly StringBuilder _heading = new();
    private int _untouched;
    private bool _inBody;
    private bool _inHeading;
    private string? _link;
    private bool _linkHasWords;

    private HtmlPass(TextBuffer output, string page, string? root, PassSettings settings)
    {
        _settings = settings;
        _page = page;
        _addresses = new(page, settings.Portable, root, settings.Assets);
        _output = output;
    }

    /// <summary>Runs over a page.</summary>
    /// <param name="html">The page as its layout made it, with root-absolute addresses.</param>
    /// <param name="page">Its root-absolute address.</param>
    /// <param name="root">What stands for the root instead of a relative path, or null.</param>
    /// <param name="settings">What all pages have in common.</param>
    public static PassResult Run(ReadOnlyMemory<char> html, string page, string? root, PassSettings settings)
    {
        using var output = new TextBuffer(html.Length + settings.Style.Length + 1024);
        var pass = new HtmlPass(output, page, root, settings);
        pass.Run(html);
        return new(output.ToUtf8(), pass.Findings());
    }

    private void Run(ReadOnlyMemory<char> html)
    {
        using var source = new TextSource(new ReadOnlyMemoryTextSource(html));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            // Character references stay as they are written; the text goes out again as HTML.
            IsNotConsumingCharacterReferences = true,
            IsPreservingAttributeNames = true,
        };
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return;
                case HtmlTokenType.Character:
                    Text(token.Data.Memory.Span);
                    break;
                case HtmlTokenType.StartTag:
                    tokenizer.State = StartTag(ref token);
                    break;
                case HtmlTokenType.EndTag:
                    EndTag(token.Name.ToString());
                    break;
                case HtmlTokenType.Doctype:
                    _output.Append("<!DOCTYPE html>");
                    break;
            }
        }
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_inHeading)
        {
            _heading.Append(text);
        }
        _linkHasWords |= _link is not null && !text.IsWhiteSpace();
        if (_inBody && _untouched == 0)
        {
            _settings.Typesetter.Append(text, _output);
        }
        else
        {
            _output.Append(text);
        }
    }

    private HtmlParseMode StartTag(ref StructHtmlToken token)
    {
        var name = token.Name.ToString();
        _output.Append('<').Append(name);
        var attributes = token.Attributes;
        string? id = null, href = null, alt = null, src = null, label = null, rel = null;
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            var key = attribute.Name.ToString();
            var value = attribute.Value.ToString();
            switch (key)
            {
                case "id":
                    id = value;
                    break;
                case "rel":
                    rel = value;
                    continue;
                case "href" or "src" or "poster" or "action":
                    href = key == "href" ? value : href;
                    src = key == "src" ? value : src;
                    value = Address(value);
                    break;
                case "alt":
                    alt = value;
                    break;
                case "aria-label" or "title":
                    label = value;
                    break;
            }
            Attribute(key, value);
        }
        Rel(name, rel, href);
        _output.Append(token.IsSelfClosing && !Void.Contains(name) ? "/>" : ">");
        Note(name, id, href, src, alt, label);
        if (!Void.Contains(name) && !token.IsSelfClosing && Untouched.Contains(name))
        {
            _untouched++;
        }
        return name switch
        {
            "script" => HtmlParseMode.Script,
            "style" => Style(),
            "title" or "textarea" => HtmlParseMode.RCData,
            _ => HtmlParseMode.PCData,
        };
    }

    private HtmlParseMode Style()
    {
        _output.Append(_settings.Style);
        return HtmlParseMode.Rawtext;
    }

    private void EndTag(string name)
    {
        _output.Append("</").Append(name).Append('>');
        if (Untouched.Contains(name) && _untouched > 0)
        {
            _untouched--;
        }
        if (_inHeading && IsHeading(name))
        {
            _inHeading = false;
            _headings.Add((name[1] - '0', _heading.ToString().Trim()));
        }
        if (name == "a" && _link is not null)
        {
            if (!_linkHasWords)
            {
                _silentLinks.Add(_link);
            }
            _link = null;
        }
    }

    private void Attribute(string name, string value)
    {
        _output.Append(' ').Append(name);
        if (value.Length > 0)
        {
            _output.Append("=\"").Append(value.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }
    }

    // Whoever is linked to outside is not told where the reader came from, whatever the server's headers say.
    private void Rel(string name, string? rel, string? href)
    {
        if (name == "a" && href is not null && IsOutside(href))
        {
            rel = string.IsNullOrEmpty(rel) ? "noreferrer" : rel + " noreferrer";
        }
        if (rel is not null)
        {
            Attribute("rel", rel);
        }
    }

    private void Note(string name, string? id, string? href, string? src, string? alt, string? label)
    {
        if (id is not null)
        {
            _ids.Add(id);
        }
        if (name == "body")
        {
            _inBody = true;
        }
        if (IsHeading(name))
        {
            _inHeading = true;
            _heading.Clear();
        }
        if (name == "a" && href is not null)
        {
            _link = href;
            _linkHasWords = !string.IsNullOrEmpty(label);
        }
        if (name == "img")
        {
            // An empty one says that the picture is ornament (HTML, "A purely decorative image"); none says nothing.
            if (alt is null)
            {
                _silentImages.Add(src ?? "");
            }
            _linkHasWords |= !string.IsNullOrEmpty(alt);
            if (_inHeading)
            {
                _heading.Append(alt);
            }
        }
    }

    private string Address(string value)
    {
        if (value.StartsWith('#'))
        {
            _targets.Add(_page + value);
            return value;
        }
        if (!value.StartsWith('/') || value.StartsWith("//", StringComparison.Ordinal))
        {
            return value;
        }
        _targets.Add(_settings.Assets.GetValueOrDefault(value, value));
        return _addresses.Of(value);
    }

    private PageFindings Findings() => new()
    {
        Ids = _ids.ToImmutable(),
        Targets = _targets.ToImmutable(),
        Headings = _headings.ToImmutable(),
        SilentLinks = _silentLinks.ToImmutable(),
        SilentImages = _silentImages.ToImmutable(),
    };

    private static bool IsOutside(string href) =>
        href.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static bool IsHeading(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6';
}
