using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Trappa.Printing;

/// <summary>
/// A PDF as its numbered objects (ISO 32000-1 §7.5), as far as the browser's own writer uses the format: one table of
/// plain entries, no compressed objects, no updates. Bytes are kept as Latin-1, which loses none.
/// </summary>
internal sealed partial class PdfFile
{
    private readonly SortedDictionary<int, string> _objects = [];

    private PdfFile(int root, int info)
    {
        Root = root;
        Info = info;
    }

    /// <summary>Number of the catalogue.</summary>
    public int Root { get; }

    /// <summary>Number of the document's information.</summary>
    public int Info { get; }

    /// <summary>Numbers of all objects, in order.</summary>
    public IReadOnlyCollection<int> Numbers => _objects.Keys;

    /// <summary>What an object holds, between its <c>obj</c> and <c>endobj</c>.</summary>
    public string this[int number]
    {
        get => _objects[number];
        set => _objects[number] = value;
    }

    /// <summary>Adds an object and tells its number.</summary>
    public int Add(string value)
    {
        var number = _objects.Keys.Max() + 1;
        _objects[number] = value;
        return number;
    }

    /// <summary>Reads a PDF.</summary>
    /// <exception cref="PrintException">It is none of the kind.</exception>
    public static PdfFile Read(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var start = StartXref().Match(text);
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        if (!start.Success || trailer < 0
            || !int.TryParse(start.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var table) || table >= trailer)
        {
            throw new PrintException(PrintFault.Refused, "xref");
        }
        var file = new PdfFile(Reference(text[trailer..], "Root"), Reference(text[trailer..], "Info"));
        var places = Entry().Matches(text[table..trailer]).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .Order().Append(table).ToList();
        for (var i = 0; i < places.Count - 1; i++)
        {
            var slice = text[places[i]..places[i + 1]];
            var head = Head().Match(slice);
            var end = slice.LastIndexOf("endobj", StringComparison.Ordinal);
            if (!head.Success || end < head.Length)
            {
                throw new PrintException(PrintFault.Refused, "obj");
            }
            file._objects[int.Parse(head.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] = slice[head.Length..end].TrimEnd('\r', '\n');
        }
        return file._objects.ContainsKey(file.Root) && file._objects.ContainsKey(file.Info)
            ? file : throw new PrintException(PrintFault.Refused, "trailer");
    }

    /// <summary>Writes it anew, with a table that fits.</summary>
    /// <param name="id">The document's identifier, in hexadecimal.</param>
    public byte[] Write(string id)
    {
        // PDF/UA-1 is of PDF 1.7 (ISO 14289-1 §5). The second line tells programs that the file is no text.
        var text = new StringBuilder("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var size = _objects.Keys.Max() + 1;
        var places = new int[size];
        foreach (var (number, value) in _objects)
        {
            places[number] = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n");
        }
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n");
        for (var number = 1; number < size; number++)
        {
            text.Append(places[number] == 0 ? "0000000000 65535 f \n" : string.Create(CultureInfo.InvariantCulture, $"{places[number]:D10} 00000 n \n"));
        }
        text.Append(CultureInfo.InvariantCulture,
            $"trailer\n<</Size {size}\n/Root {Root} 0 R\n/Info {Info} 0 R\n/ID [<{id}> <{id}>]>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static int Reference(string trailer, string name)
    {
        var match = Regex.Match(trailer, "/" + name + @"\s+(\d+)\s+\d+\s+R", RegexOptions.CultureInvariant);
        return match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex StartXref();

    [GeneratedRegex(@"(\d{10}) \d{5} n", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(\d+) \d+ obj\s", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
