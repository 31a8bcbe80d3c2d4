using System.Globalization;
using Markdig.Syntax;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Check;

/// <summary>
/// TR209, TR210, TR211: headings of a text. The layout sets the page's one first-level heading, so a text begins at
/// the second level and goes down one at a time (WCAG 2.2 SC 1.3.1, technique G141); each has words (SC 2.4.6).
/// </summary>
internal static class Headings
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Texts.SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(Prose prose)
    {
        var previous = 1;
        foreach (var node in prose.Marked)
        {
            if (node is not HeadingBlock heading)
            {
                continue;
            }
            Place At() => prose.Text.At(heading.Span.Start, heading.Span.Length);
            var words = PlainText.Of(heading.Inline);
            if (words.Length == 0)
            {
                yield return new(Codes.EmptyHeading, At());
            }
            if (heading.Level == 1)
            {
                yield return new(Codes.SecondTopHeading, At(), ("text", words));
            }
            else if (heading.Level > previous + 1)
            {
                yield return new(Codes.HeadingSkipped, At(), ("level", Number(heading.Level)), ("previous", Number(previous)));
            }
            previous = heading.Level;
        }
    }

    private static string Number(int level) => level.ToString(CultureInfo.InvariantCulture);
}
