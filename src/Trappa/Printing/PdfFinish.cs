using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Trappa.Printing;

/// <summary>
/// What a browser's PDF lacks: paper of the right size, no clock, the same identifier for the same content, the metadata
/// and link descriptions of PDF/UA-1 (ISO 14289-1). Fonts are looked at here as well: the text was measured for one.
/// </summary>
internal static partial class PdfFinish
{
    private const double PointsPerMillimetre = 72 / 25.4;

    // Arial and those that share its advance widths by design.
    private static readonly ImmutableArray<string> Measured = ["LiberationSans", "Arial", "Arimo", "Helvetica"];

    /// <summary>Finishes a PDF.</summary>
    /// <param name="pdf">As the browser made it.</param>
    /// <param name="language">The document's language, as a BCP 47 tag.</param>
    /// <param name="job">What was printed.</param>
    /// <exception cref="PrintException">It cannot be read, or has another font.</exception>
    public static byte[] Finish(byte[] pdf, string language, PrintJob job)
    {
        var file = PdfFile.Read(pdf);
        PdfStructure.Mend(file);
        var above = file.Numbers.Select(n => Heading().Match(file[n])).Where(m => m.Success).Min(m => (int?)m.Groups[1].ValueSpan[0]) - '1' ?? 0;
        foreach (var number in file.Numbers.ToList())
        {
            var value = file[number];
            var dictionary = value.IndexOf("stream", StringComparison.Ordinal) is var stream && stream >= 0 ? value[..stream] : value;
            if (!job.HasOtherFonts)
            {
                CheckFont(dictionary);
            }
            if (dictionary.Contains("/Title ", StringComparison.Ordinal) && dictionary.Contains("/Parent ", StringComparison.Ordinal))
            {
                // A bookmark is one line of a list, and what reads it aloud or looks for a word in it wants whole words.
                file[number] = Title().Replace(value, m => "/Title " + WithoutSoftHyphens(m.Groups[1].Value), 1);
                continue;
            }
            if (dictionary.Contains("/Type /Page\n", StringComparison.Ordinal))
            {
                // The browser rounds paper to its pixels: A4 becomes 594.96 points wide. It has laid out all from the upper
                // left corner, so that one stays where it is.
                file[number] = MediaBox().Replace(value, m => Box(double.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), job.Width, job.Height), 1);
                var content = int.Parse(Contents().Match(dictionary).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                file[content] = PdfArtifacts.Mark(file[content]);
            }
            else if (above > 0 && Heading().Match(value) is { Success: true } heading)
            {
                // The page's own heading may be for the screen alone; in the PDF the first one is of the first level
                // (ISO 14289-1 §7.4.2).
                file[number] = Heading().Replace(value, "/S /H" + (char)(heading.Groups[1].ValueSpan[0] - above), 1);
            }
            else if (dictionary.Contains("/S /Figure\n", StringComparison.Ordinal) && !dictionary.Contains("/Alt", StringComparison.Ordinal))
            {
                // A quote with who says it, and no picture: that would need words in its place (ISO 14289-1 §7.3).
                file[number] = value.Replace("/S /Figure\n", "/S /Div\n", StringComparison.Ordinal);
            }
            else if (dictionary.Contains("/Subtype /Link", StringComparison.Ordinal) && !dictionary.Contains("/Contents", StringComparison.Ordinal))
            {
                // A link says where it leads (ISO 14289-1 §7.18.5).
                file[number] = value.Replace("/Subtype /Link", "/Subtype /Link\n/Contents " + Leads(dictionary), StringComparison.Ordinal);
            }
        }
        var title = Title().Match(file[file.Info]) is { Success: true } found ? WithoutSoftHyphens(found.Groups[1].Value) : "()";
        file[file.Info] = $"<</Title {title}\n/Producer (Trappa)>>";
        var metadata = file.Add(Metadata(Plain(title), language));
        file[file.Root] = EndOfDictionary().Replace(file[file.Root], $"\n/Metadata {metadata} 0 R"
            + (file[file.Root].Contains("/Lang", StringComparison.Ordinal) ? "" : $"\n/Lang ({language})") + ">>");
        var id = Convert.ToHexString(SHA256.HashData(file.Write("")))[..32];
        return file.Write(id);
    }

    private static string Box(double top, double width, double height) => string.Create(CultureInfo.InvariantCulture,
        $"/MediaBox [0 {top - (height * PointsPerMillimetre):0.####} {width * PointsPerMillimetre:0.####} {top:0.####}]");

    private static void CheckFont(string dictionary)
    {
        if (FontName().Match(dictionary) is { Success: true } font
            && !Measured.Any(name => font.Groups[1].ValueSpan.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new PrintException(PrintFault.OtherFont, font.Groups[1].Value);
        }
        if (dictionary.Contains("/Subtype /Type3", StringComparison.Ordinal))
        {
            throw new PrintException(PrintFault.OtherFont, "Type 3");
        }
    }

    private static string Leads(string link) =>
        Address().Match(link) is { Success: true } address ? address.Groups[1].Value
        : Destination().Match(link) is { Success: true } name ? $"(#{name.Groups[1].Value})"
        : "(#)";

    private static string Metadata(string title, string language)
    {
        var xml = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(title)}</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>{Escape(language)}</rdf:li></rdf:Bag></dc:language>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """.ReplaceLineEndings("\n")));
        return string.Create(CultureInfo.InvariantCulture, $"<</Type /Metadata\n/Subtype /XML\n/Length {xml.Length}>> stream\n{xml}\nendstream");
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    // A text string: in brackets with escapes (PDFDocEncoding, which is Latin-1 for what browsers put there), or UTF-16 in
    // hexadecimal after a byte order mark (ISO 32000-1 §7.9.2.2).
    private static string Plain(string text) => text.StartsWith("<FEFF", StringComparison.OrdinalIgnoreCase)
        ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text[5..^1]))
        : Escaped().Replace(text[1..^1], "$1");

    private static string WithoutSoftHyphens(string text) => !text.StartsWith("<FEFF", StringComparison.OrdinalIgnoreCase)
        ? text.Replace("\u00AD", "", StringComparison.Ordinal)
        : $"<{string.Concat(text[1..^1].Chunk(4).Select(c => new string(c)).Where(c => !c.Equals("00AD", StringComparison.OrdinalIgnoreCase)))}>";

    [GeneratedRegex(@"/MediaBox \[0 0 [\d.]+ ([\d.]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex MediaBox();

    [GeneratedRegex(@"/Contents (\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Contents();

    [GeneratedRegex(@"/S /H([1-6])\b", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"/Title (\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"/URI (\((?:\\.|[^\\)])*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"/Dest /([^\s/>]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Destination();

    [GeneratedRegex(@"/FontName /(?:[A-Z]{6}\+)?([^\s/>]+)", RegexOptions.CultureInvariant)]
    private static partial Regex FontName();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@">>\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfDictionary();
}
