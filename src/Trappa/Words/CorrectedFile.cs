using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Load;
using Trappa.Parse;
using Trappa.Parse.Facts;

namespace Trappa.Words;

/// <summary>
/// A file of the guide with its typography put right. Only the signs in question are exchanged, at their places in the file
/// as it is: line ends, order, comments and all else stay byte for byte. After each change the file is read again. Where its
/// fields, marks, links or other words would be others than before, the change is not made.
/// </summary>
/// <param name="Path">The file, from the project's folder.</param>
/// <param name="Before">Its text.</param>
/// <param name="After">Its text with the corrections.</param>
public sealed record CorrectedFile(string Path, string Before, string After)
{
    // Each round may uncover something, such as two spaces where a sign between them is gone.
    private const int MostRounds = 100;

    /// <summary>Whether anything is to be changed.</summary>
    public bool IsChanged => Before != After;

    /// <summary>The corrections of a guide's file.</summary>
    /// <param name="file">The file as it was read.</param>
    /// <param name="fields">Which of its fields are words.</param>
    /// <param name="isWord">Whether a word is one.</param>
    internal static CorrectedFile Of(SourceFile file, WordingFields fields, Func<string, bool> isWord)
    {
        var text = file.Text!;
        for (var round = 0; round < MostRounds; round++)
        {
            var next = Round(new(file.Path, text, fields), isWord);
            if (next == text)
            {
                break;
            }
            text = next;
        }
        return new(file.Path, file.Text!, text);
    }

    private static string Round(Read read, Func<string, bool> isWord)
    {
        var changes = read.Wording.SelectMany(w => Typography.Of(w, read.Fields.Language, isWord).Select(c => (Wording: w, Correction: c)))
            .Where(c => read.Span(c.Wording, c.Correction) is not null).ToImmutableArray();
        if (changes.IsEmpty)
        {
            return read.Text;
        }
        if (read.With(changes) is { } all)
        {
            return all;
        }
        // Not all of them are safe: those that are, one after the other.
        var safe = changes.Aggregate(ImmutableArray<(Wording, Correction)>.Empty, (kept, change) => read.With(kept.Add(change)) is null ? kept : kept.Add(change));
        return read.With(safe) ?? read.Text;
    }

    // A file's text with what it says.
    private sealed class Read
    {
        private readonly ImmutableArray<string> _others;
        private readonly int[] _lines;

        public Read(string path, string text, WordingFields fields)
        {
            Path = path;
            Text = text;
            Fields = fields;
            (Wording, _others) = Parse(path, text, fields);
            _lines = [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n').Select(i => i + 1)];
        }

        public string Path { get; }

        public string Text { get; }

        public WordingFields Fields { get; }

        public ImmutableArray<Wording> Wording { get; }

        // Where signs of a wording stand in the file; null where they are not written there as they read, such as escaped ones.
        public (int Start, int End)? Span(Wording wording, Correction correction)
        {
            var (first, last) = (-1, -1);
            for (var i = correction.Start; i < correction.End; i++)
            {
                var place = wording.Text.At(i, 1);
                var at = place.Line > 0 && place.Line <= _lines.Length ? _lines[place.Line - 1] + place.Column - 1 : -1;
                var isLineEnd = wording.Text.Text[i] == '\n' && at >= 0 && Text.AsSpan(at).StartsWith("\r\n", StringComparison.Ordinal);
                if (at < 0 || at >= Text.Length || (!isLineEnd && Text[at] != wording.Text.Text[i]) || (last >= 0 && at != last))
                {
                    return null;
                }
                first = first < 0 ? at : first;
                last = at + (isLineEnd ? 2 : 1);
            }
            return first < 0 ? null : (first, last);
        }

        // The text with these changes, or null where it would say anything else than it should.
        public string? With(ImmutableArray<(Wording Wording, Correction Correction)> changes)
        {
            var corrected = Typography.Corrected(Text, changes.Select(c => (c.Correction, Span: Span(c.Wording, c.Correction)!.Value))
                .OrderBy(c => c.Span.Start).Select(c => c.Correction with { Start = c.Span.Start, Length = c.Span.End - c.Span.Start }));
            var (wording, others) = Parse(Path, corrected, Fields);
            if (wording.Length != Wording.Length || !others.SequenceEqual(_others))
            {
                return null;
            }
            var byWording = changes.ToLookup(c => c.Wording, c => c.Correction, ReferenceEqualityComparer.Instance);
            for (var i = 0; i < wording.Length; i++)
            {
                var wanted = byWording[Wording[i]].ToList();
                if (wording[i].Text.Text != Typography.Corrected(Wording[i].Text.Text, wanted)
                    || !Marks(wording[i]).SequenceEqual(Marks(Wording[i]))
                    || (wording[i].Kind == WordingKind.Prose && !IsSameShape(Wording[i].Text.Text, wording[i].Text.Text, wanted.Count(c => c.Code == Codes.PastedBullet && c.Better.Length > 0))))
                {
                    return null;
                }
            }
            return corrected;
        }

        // Signs of Markdown that are read as words must go on being so.
        private static IEnumerable<char> Marks(Wording wording) => wording.Words.Where(c => c is '*' or '_' or '~' or '`' or '[' or ']' or '<' or '>' or '#' or '|' or '\\');

        // Lists may come of bullets, and nothing else.
        private bool IsSameShape(string before, string after, int bullets)
        {
            var (old, next) = (Shape(before), Shape(after));
            return bullets == 0 ? old.SequenceEqual(next)
                : next.Count(n => n == nameof(ListItemBlock)) == old.Count(n => n == nameof(ListItemBlock)) + bullets && Firm(next).SequenceEqual(Firm(old));
        }

        private static IEnumerable<string> Firm(IEnumerable<string> shape) => shape.Where(n => n is not (nameof(ListBlock) or nameof(ListItemBlock) or nameof(ParagraphBlock)));

        // What a text is made of besides words.
        private List<string> Shape(string text) =>
        [
            .. (Fields.Markdown.AsWritten(text)?.Descendants() ?? []).Select(node => node switch
            {
                LiteralInline or LineBreakInline or Markdig.Extensions.SmartyPants.SmartyPant => "",
                LinkInline link => "link " + link.Url + " " + link.Title,
                AutolinkInline link => "link " + link.Url,
                EmphasisInline emphasis => new(emphasis.DelimiterChar, emphasis.DelimiterCount),
                CodeInline code => "code " + code.Content,
                FactInline fact => "fact " + fact.Name,
                HtmlInline html => html.Tag,
                CodeBlock or HtmlBlock => ((LeafBlock)node).Lines.ToString(),
                _ => node.GetType().Name,
            }).Where(n => n.Length > 0),
        ];

        // The wording of a file, and all else that it says.
        private static (ImmutableArray<Wording> Wording, ImmutableArray<string> Others) Parse(string path, string text, WordingFields fields)
        {
            var others = ImmutableArray.CreateBuilder<string>();
            ImmutableArray<Wording> wording;
            YamlNode? node;
            if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            {
                var (map, body, faults) = FrontMatter.Split(new(path, text));
                others.AddRange(faults.Select(f => f.Code.Id));
                node = map;
                wording = fields.Of(new Document(path, map, body, []));
            }
            else
            {
                (node, var faults) = YamlReader.Read(text.Replace("\r\n", "\n", StringComparison.Ordinal), new(path, 1, 1));
                others.AddRange(faults.Select(f => f.Code.Id));
                wording = node is null ? [] : fields.Of(path, node);
            }
            var words = wording.Select(w => w.Text.Start).ToHashSet();
            Flatten(node, words, others);
            return (wording, others.ToImmutable());
        }

        private static void Flatten(YamlNode? node, HashSet<Place> words, ImmutableArray<string>.Builder others)
        {
            switch (node)
            {
                case YamlMap map:
                    foreach (var (key, value) in map.Entries)
                    {
                        others.Add(key.Value + ":");
                        Flatten(value, words, others);
                    }
                    break;
                case YamlList list:
                    others.Add("- " + list.Items.Length);
                    foreach (var item in list.Items)
                    {
                        Flatten(item, words, others);
                    }
                    break;
                case YamlText text:
                    others.Add(words.Contains(text.TextPlace) ? "" : text.Value);
                    break;
            }
        }
    }
}
