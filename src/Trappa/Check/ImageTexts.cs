using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Check;

/// <summary>TR214: a picture without alternative text (WCAG 2.2 SC 1.1.1).</summary>
internal static class ImageTexts
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) =>
        from text in input.Texts
        from image in text.Links
        where image.IsImage && PlainText.Of(image).Length == 0
        select new Diagnostic(Codes.ImageWithoutText, text.Text.At(image.Span.Start, image.Span.Length), ("address", image.Url ?? ""));
}
