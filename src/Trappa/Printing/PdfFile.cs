using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Trappa.Printing;

/// <summary>
/// A PDF as its numbered objects (ISO 32000-1 §7.5), as far as the browser's own writer uses the format: one table of
/// plain entries, no compressed objects, no updates. Bytes are kept as Latin-1, which loses none.
/// </summary>
internal sealed partial class PdfFile
{
    // Enough to pack well, and few enough that a reader need not unpack all for one.
    private const int PerStream = 200;

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

    /// <summary>
    /// Writes it anew. What says how it is built, thousands of short dictionaries, is packed into object streams, and the
    /// table of places is a stream too (§7.5.7, §7.5.8). Pages, and what all begins with, stay as they are.
    /// </summary>
    /// <param name="id">The document's identifier, in hexadecimal.</param>
    public byte[] Write(string id)
    {
        // PDF/UA-1 is of PDF 1.7 (ISO 14289-1 §5). The second line tells programs that the file is no text.
        var text = new StringBuilder("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var packed = _objects.Where(o => o.Key != Root && o.Key != Info && !o.Value.Contains("stream", StringComparison.Ordinal)
            && !o.Value.Contains("/Type /Page", StringComparison.Ordinal)).ToList();
        var first = _objects.Keys.Max() + 1;
        var streams = packed.Chunk(PerStream).ToList();
        var table = first + streams.Count;
        var places = new (byte Kind, int Place, int Index)[table + 1];
        places[0] = (0, 0, ushort.MaxValue);
        foreach (var (number, value) in _objects.Except(packed))
        {
            places[number] = (1, text.Length, 0);
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n");
        }
        for (var s = 0; s < streams.Count; s++)
        {
            places[first + s] = (1, text.Length, 0);
            StringBuilder head = new(), body = new();
            for (var i = 0; i < streams[s].Length; i++)
            {
                places[streams[s][i].Key] = (2, first + s, i);
                head.Append(CultureInfo.InvariantCulture, $"{streams[s][i].Key} {body.Length} ");
                body.Append(streams[s][i].Value).Append('\n');
            }
            var bytes = Encoding.Latin1.GetBytes(head.ToString() + body);
            text.Append(Stream(first + s, string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm\n/N {streams[s].Length}\n/First {head.Length}"), bytes));
        }
        places[table] = (1, text.Length, 0);
        var entries = places.SelectMany(p => (byte[])
            [p.Kind, (byte)(p.Place >> 24), (byte)(p.Place >> 16), (byte)(p.Place >> 8), (byte)p.Place, (byte)(p.Index >> 8), (byte)p.Index]).ToArray();
        var start = text.Length;
        text.Append(Stream(table, string.Create(CultureInfo.InvariantCulture,
                $"/Type /XRef\n/Size {table + 1}\n/W [1 4 2]\n/Root {Root} 0 R\n/Info {Info} 0 R\n/ID [<{id}> <{id}>]"), entries))
            .Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Stream(int number, string dictionary, byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var deflate = new ZLibStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(bytes);
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"{number} 0 obj\n<<{dictionary}\n/Filter /FlateDecode\n/Length {output.Length}>> stream\n{Encoding.Latin1.GetString(output.ToArray())}\nendstream\nendobj\n");
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
