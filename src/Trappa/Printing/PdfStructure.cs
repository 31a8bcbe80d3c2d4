using System.Globalization;
using System.Text.RegularExpressions;

namespace Trappa.Printing;

/// <summary>
/// What the browser's structure lacks: an item of a list has its text in a body of its own (ISO 32000-1 §14.8.4.3.3), and
/// kinds that PDF 1.7 does not know yet say which of its own they are like (ISO 14289-1 §7.1).
/// </summary>
internal static partial class PdfStructure
{
    // ISO 32000-2 has them, which PDF/UA-1 is older than.
    private const string Kinds = "/RoleMap <</Em /Span\n/Strong /Span>>";

    /// <summary>Puts it right.</summary>
    /// <param name="file">A PDF as the browser made it.</param>
    public static void Mend(PdfFile file)
    {
        foreach (var number in file.Numbers.ToList())
        {
            var value = file[number];
            if (value.Contains("/S /LI\n", StringComparison.Ordinal))
            {
                GiveBody(file, number);
            }
            else if (value.StartsWith("<</Type /StructTreeRoot", StringComparison.Ordinal))
            {
                file[number] = value.Replace("<</Type /StructTreeRoot", "<</Type /StructTreeRoot\n" + Kinds, StringComparison.Ordinal);
            }
        }
    }

    private static void GiveBody(PdfFile file, int item)
    {
        var kids = Kids().Match(file[item]);
        var all = Reference().Matches(kids.Groups[1].Value).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var inBody = all.Where(k => !file[k].Contains("/S /Lbl\n", StringComparison.Ordinal)).ToList();
        if (inBody.Count == 0)
        {
            return;
        }
        var body = file.Add($"<</Type /StructElem\n/S /LBody\n/P {I(item)} 0 R\n/K [{References(inBody)}]>>");
        foreach (var kid in inBody)
        {
            file[kid] = file[kid].Replace($"/P {I(item)} 0 R", $"/P {I(body)} 0 R", StringComparison.Ordinal);
        }
        file[item] = Kids().Replace(file[item], $"/K [{References(all.Except(inBody).Append(body))}]", 1);
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(n => $"{I(n)} 0 R"));

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/K (\[(?:\d+ 0 R\s*)+\]|\d+ 0 R)", RegexOptions.CultureInvariant)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
