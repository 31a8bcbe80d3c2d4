using System.Collections.Immutable;
using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Parse;
using Trappa.Parse.Facts;

namespace Trappa.Words;

/// <summary>
/// A block of text as readers read it, such as a paragraph or an item of a list, each letter with the place it has in what
/// its writer wrote.
/// </summary>
/// <param name="Words">The words, facts filled in, without marks.</param>
/// <param name="Offsets">For each letter its 0-based offset in the text; −1 where it stands elsewhere (a fact) or is no words (code, addresses).</param>
public sealed record Passage(string Words, ImmutableArray<int> Offsets)
{
    /// <summary>The passages of a Markdown text, in their order; none where it cannot be read.</summary>
    public static ImmutableArray<Passage> OfMarkdown(string text, MarkdownParser markdown, IReadOnlyDictionary<string, string> facts) =>
        markdown.AsWritten(text) is not { } tree ? []
            : [.. tree.Descendants<LeafBlock>().Where(b => b.Inline is not null).Select(b => new Reading(text, facts).Of(b.Inline!)).Where(p => p.Words.Length > 0)];

    /// <summary>The passage of a text without marks.</summary>
    public static Passage OfPlain(string text, IReadOnlyDictionary<string, string> facts)
    {
        var reading = new Reading(text, facts);
        for (var at = 0; at < text.Length;)
        {
            at += FactInlineParser.Read(text.AsSpan(at)) is { } fact ? reading.Fact(fact.Name, fact.Length) : reading.Letter(at);
        }
        return reading.Made();
    }

    /// <summary>Whether every letter of a range stands in the text as it is read.</summary>
    public bool IsWritten(int start, int length) => Offsets.AsSpan(start, length).IndexOf(-1) < 0;

    private sealed class Reading(string text, IReadOnlyDictionary<string, string> facts)
    {
        private readonly StringBuilder _words = new();
        private readonly ImmutableArray<int>.Builder _offsets = ImmutableArray.CreateBuilder<int>();

        public Passage Of(ContainerInline inlines)
        {
            Append(inlines);
            return Made();
        }

        public Passage Made() => new(_words.ToString(), _offsets.ToImmutable());

        public int Fact(string name, int length)
        {
            Elsewhere(facts.GetValueOrDefault(name, name));
            return length;
        }

        public int Letter(int at)
        {
            _words.Append(text[at]);
            _offsets.Add(at);
            return 1;
        }

        private void Append(ContainerInline inlines)
        {
            for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
            {
                switch (inline)
                {
                    case LiteralInline literal:
                        Literal(literal);
                        break;
                    case SmartyPant or AbbreviationInline:
                        Written(inline.Span.Start, inline.Span.Length);
                        break;
                    case LineBreakInline:
                        _words.Append(' ');
                        _offsets.Add(inline.Span.Start);
                        break;
                    case FactInline fact:
                        Fact(fact.Name, 0);
                        break;
                    case CodeInline code:
                        Elsewhere(code.Content);
                        break;
                    case HtmlEntityInline entity:
                        Elsewhere(entity.Transcoded.ToString());
                        break;
                    case AutolinkInline link:
                        Elsewhere(link.Url);
                        break;
                    case LinkInline { IsAutoLink: true } link:
                        Elsewhere(PlainText.Of(link));
                        break;
                    case ContainerInline container:
                        Append(container);
                        break;
                }
            }
        }

        private void Literal(LiteralInline literal)
        {
            var content = literal.Content.AsSpan();
            // A sign with a backslash before it is what its writer meant it to be.
            var start = literal.Span.Start + (literal.IsFirstCharacterEscaped && text[literal.Span.Start] == '\\' ? 1 : 0);
            if (start < 0 || start + content.Length > text.Length || !text.AsSpan(start, content.Length).SequenceEqual(content))
            {
                Elsewhere(content.ToString());
                return;
            }
            Written(start, content.Length);
            if (literal.IsFirstCharacterEscaped && content.Length > 0)
            {
                _offsets[^content.Length] = -1;
            }
        }

        private void Written(int start, int length)
        {
            for (var at = start; at < start + length && at < text.Length; at++)
            {
                Letter(at);
            }
        }

        private void Elsewhere(string words)
        {
            _words.Append(words);
            _offsets.AddRange(Enumerable.Repeat(-1, words.Length));
        }
    }
}
