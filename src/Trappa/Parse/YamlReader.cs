using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Trappa.Parse;

/// <summary>
/// Reads YAML into nodes with places, over YamlDotNet's parser. Anchors and aliases are refused (a few lines of them
/// can stand for gigabytes), keys must differ, and nesting is limited, so no text makes it slow or makes it fall.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 16;

    private readonly Place _start;
    private readonly string _text;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly YamlDotNet.Core.Parser _parser;

    private YamlReader(string text, Place start)
    {
        _text = text;
        _start = start;
        _parser = new YamlDotNet.Core.Parser(new StringReader(text));
    }

    /// <summary>The first document of a text, or null where it is empty or cannot be read.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="start">Where its first line stands in its file (column 1).</param>
    public static (YamlNode? Node, ImmutableArray<Diagnostic> Diagnostics) Read(string text, Place start)
    {
        var reader = new YamlReader(text, start);
        YamlNode? node = null;
        try
        {
            node = reader.Document();
        }
        catch (YamlException e)
        {
            reader.Explain(e, (int)e.Start.Line);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner falls on some unfinished braces, such as "{a: b-", without saying where.
            var last = reader._parser.Current?.End ?? new Mark(0, 1, 1);
            reader.Explain(new YamlException(last, last, ""), int.MaxValue);
        }
        return (reader._diagnostics.Count == 0 ? node : null, reader._diagnostics.ToImmutable());
    }

    private YamlNode? Document()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is NodeEvent or AnchorAlias)
            {
                var node = Node(0);
                Drain();
                return node;
            }
        }
        return null;
    }

    // What follows the first document is read for its faults only; a second document is one.
    private void Drain()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is DocumentStart second)
            {
                Report(Codes.YamlSyntax, second.Start, 3);
                return;
            }
        }
    }

    private YamlNode? Node(int depth)
    {
        var current = _parser.Current!;
        if (depth > DeepestNesting)
        {
            Report(Codes.YamlTooDeep, current.Start, 1, ("limit", DeepestNesting.ToString(CultureInfo.InvariantCulture)));
            throw new YamlException(current.Start, current.End, "");
        }
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            Report(Codes.YamlAnchor, current.Start, 1);
            // One is told; the rest of the text could be made of nothing else.
            throw new YamlException(current.Start, current.End, "");
        }
        return current switch
        {
            Scalar scalar => Text(scalar),
            SequenceStart => List(depth),
            MappingStart => Map(depth),
            _ => null,
        };
    }

    private YamlText Text(Scalar scalar)
    {
        if (scalar.Style == ScalarStyle.Plain && scalar.Start.Line < scalar.End.Line && ListMarks.Within(_text, scalar) is { } mark)
        {
            var place = PlaceOf(scalar.Start, mark.Length);
            _diagnostics.Add(new(Codes.AlmostItem, place with { Line = place.Line + mark.Line, Column = mark.Line == 0 ? place.Column : mark.Start + 1 }));
        }
        var whole = PlaceOf(scalar.Start, (int)Math.Max(0, scalar.End.Index - scalar.Start.Index));
        var textPlace = scalar.Style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => whole with { Column = whole.Column + 1, Length = scalar.Value.Length },
            ScalarStyle.Literal or ScalarStyle.Folded => whole with { Line = whole.Line + 1, Column = Indentation(scalar.Start) + 1, Length = 0 },
            _ => whole,
        };
        return new(whole, scalar.Value, textPlace, Source(scalar));
    }

    // The offset is on the line that the scalar begins on.
    private YamlSource From(int offset, Scalar scalar, char quote)
    {
        var place = PlaceOf(scalar.Start, 0);
        return new(_text, offset, scalar.Value, place with { Column = place.Column + offset - (int)scalar.Start.Index }, quote);
    }

    private YamlSource? Source(Scalar scalar)
    {
        var start = (int)scalar.Start.Index;
        var length = (int)(scalar.End.Index - scalar.Start.Index);
        return scalar.Style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => length == scalar.Value.Length + 2 ? null
                : From(start + 1, scalar, scalar.Style == ScalarStyle.SingleQuoted ? '\'' : '"'),
            ScalarStyle.Literal or ScalarStyle.Folded => From(Math.Max(start, _text.IndexOf('\n', start)), scalar, ' '),
            _ => scalar.Value.Length == length && scalar.Start.Line == scalar.End.Line ? null : From(start, scalar, ' '),
        };
    }

    // The indentation of the line below the mark of a block scalar.
    private int Indentation(Mark mark)
    {
        var lineEnd = _text.IndexOf('\n', (int)mark.Index);
        if (lineEnd < 0)
        {
            return 0;
        }
        var at = lineEnd + 1;
        while (at < _text.Length && _text[at] == ' ')
        {
            at++;
        }
        return at - lineEnd - 1;
    }

    private YamlList List(int depth)
    {
        var place = PlaceOf(_parser.Current!.Start, 1);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            if (Node(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }
        return new(place, items.ToImmutable());
    }

    private YamlMap Map(int depth)
    {
        var place = PlaceOf(_parser.Current!.Start, 1);
        var entries = ImmutableArray.CreateBuilder<(YamlText, YamlNode)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var key = Node(depth + 1) as YamlText;
            _parser.MoveNext();
            var value = Node(depth + 1);
            if (key is null)
            {
                // "{{ fact }}" without quotation marks is a map whose name is a map: the first brace is the one to see.
                _diagnostics.Add(new(Codes.YamlSyntax, place));
            }
            else if (!lines.TryAdd(key.Value, key.Place.Line))
            {
                _diagnostics.Add(new(Codes.DuplicateKey, key.Place, ("name", key.Value),
                    ("first", lines[key.Value].ToString(CultureInfo.InvariantCulture))));
            }
            else if (value is not null)
            {
                entries.Add((key, value));
            }
        }
        return new(place, entries.ToImmutable());
    }

    private Place PlaceOf(Mark mark, int length) =>
        new(_start.File, _start.Line + (int)mark.Line - 1, (int)mark.Column, length);

    private void Report(Code code, Mark mark, int length, params ReadOnlySpan<(string, string)> arguments) =>
        _diagnostics.Add(new(code, PlaceOf(mark, length), arguments));

    // The library's words are English and speak of tokens. The usual causes get a message of their own.
    private void Explain(YamlException e, int lastLine)
    {
        if (_diagnostics.Count > 0)
        {
            return;
        }
        if (Tabs())
        {
            return;
        }
        if (e.Message.Contains("quoted scalar", StringComparison.Ordinal))
        {
            Report(Codes.UnclosedQuote, e.Start, 1);
            return;
        }
        var (line, column, length) = YamlSlips.Find(_text, lastLine) ?? ((int)e.Start.Line, (int)e.Start.Column, 1);
        var mark = ListMarks.Length(From(line, column));
        _diagnostics.Add(new(mark > 0 ? Codes.AlmostItem : Codes.YamlSyntax, new(_start.File, _start.Line + line - 1, column, mark > 0 ? mark : length)));
    }

    // The rest of a line, from a column on, if nothing but blanks stands before it.
    private ReadOnlySpan<char> From(int number, int column)
    {
        foreach (var line in _text.AsSpan().EnumerateLines())
        {
            if (--number == 0)
            {
                return column <= line.Length && line[..(column - 1)].IsWhiteSpace() ? line[(column - 1)..] : [];
            }
        }
        return [];
    }

    private bool Tabs()
    {
        var number = 0;
        foreach (var line in _text.AsSpan().EnumerateLines())
        {
            number++;
            var indent = line[..^line.TrimStart(" \t").Length];
            var tab = indent.IndexOf('\t');
            if (tab >= 0 && indent.Length < line.Length)
            {
                _diagnostics.Add(new(Codes.YamlTab, new(_start.File, _start.Line + number - 1, tab + 1, 1)));
            }
        }
        return _diagnostics.Count > 0;
    }
}
