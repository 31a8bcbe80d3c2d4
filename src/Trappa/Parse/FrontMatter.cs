using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Trappa.Diagnostics;
using Trappa.Load;

namespace Trappa.Parse;

/// <summary>Splits a Markdown file into its front matter, between two lines of three dashes, and the rest.</summary>
internal static partial class FrontMatter
{
    public static (YamlMap Map, MarkdownText Text, ImmutableArray<Diagnostic> Diagnostics) Split(SourceFile file)
    {
        // Windows' line ends would shift columns and stand in code blocks.
        var text = file.Text!.Replace("\r\n", "\n", StringComparison.Ordinal);
        var none = new YamlMap(new(file.Path, 1, 1), []);
        if (!IsDashes(text, 0, out var yamlStart))
        {
            return OfOtherKind(text) is not { } mark ? (none, new(text, new(file.Path, 1, 1)), [])
                : (none, new("", new(file.Path, 1, 1)), [new(Codes.FrontMatterOfOtherKind, new(file.Path, 1 + text.AsSpan(0, mark.Index).Count('\n'), 1, mark.Length))]);
        }
        var (yamlEnd, bodyStart) = FindEnd(text, yamlStart);
        if (yamlEnd < 0)
        {
            return (none, new("", new(file.Path, 1, 1)), [new(Codes.FrontMatterNotClosed, new(file.Path, 1, 1, 3))]);
        }
        var (node, faults) = YamlReader.Read(text[yamlStart..yamlEnd], new(file.Path, 2, 1));
        var bodyLine = 1 + text.AsSpan(0, bodyStart).Count('\n');
        var body = new MarkdownText(text[bodyStart..], new(file.Path, bodyLine, 1));
        if (node is not (null or YamlMap))
        {
            faults = faults.Add(new(Codes.YamlSyntax, node.Place));
        }
        return (node as YamlMap ?? none, body, faults);
    }

    private static (int YamlEnd, int BodyStart) FindEnd(string text, int from)
    {
        for (var line = from; line < text.Length; line = NextLine(text, line))
        {
            if (IsDashes(text, line, out var after))
            {
                return (line, after);
            }
        }
        return (-1, -1);
    }

    // The mark that begins fields which would be published as text: what Hugo and others write as TOML or JSON, dashes that
    // are not on the first line, not three, or made long by a program for letters, or fields with no line above them. Dashes
    // may be a line across the page, but not one with nothing above it and fields alone below it.
    private static Group? OfOtherKind(string text) => Other().Match(text) is { Success: true } found ? found.Groups["mark"] : null;

    [GeneratedRegex("""^(?:(?<mark>\+\+\+|;;;)[ \t]*\n|(?<mark>\{)\s*"[\w-]+"\s*:|(?:\s*\n(?<mark>---)|\s*(?<mark>--|-{4,}|-*[–—][-–—]*))[ \t]*\n(?:[\p{L}][\w-]*:(?:[ \t].*)?\n(?:(?:[ \t]|- |\#).*\n)*)+[-–—]+[ \t]*(?:\n|$)|(?<mark>[\p{L}][\w-]*:)[ \t].*\n(?:(?:[ \t]|- |\#).*\n)*(?:[\p{L}][\w-]*:(?:[ \t].*)?\n(?:(?:[ \t]|- |\#).*\n)*)+---[ \t]*(?:\n|$))""")]
    private static partial Regex Other();

    private static int NextLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    private static bool IsDashes(string text, int line, out int next)
    {
        next = NextLine(text, line);
        return text.AsSpan(line, next - line).TrimEnd().SequenceEqual("---");
    }
}
