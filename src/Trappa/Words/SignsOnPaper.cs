using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Diagnostics;

namespace Trappa.Words;

/// <summary>TR371: a sign that the print font lacks, where its writer wrote it; told once a file.</summary>
internal static class SignsOnPaper
{
    public static IEnumerable<Diagnostic> Find(GuideWording words, ImmutableArray<Rune> lacking)
    {
        foreach (var sign in lacking)
        {
            var text = sign.ToString();
            var places = (from used in words.Texts
                          let at = used.Wording.Text.Text.IndexOf(text, StringComparison.Ordinal)
                          where at >= 0
                          select used.Wording.Text.At(at, text.Length)).DistinctBy(p => p.File);
            // What stands in no text of the guide comes of a template.
            foreach (var place in places.DefaultIfEmpty(words.Guide.Print.Place))
            {
                yield return new(Codes.SignNotInFont, place, ("sign", text), ("number", sign.Value.ToString("X4", CultureInfo.InvariantCulture)));
            }
        }
    }
}
