namespace Trappa.Pictures;

/// <summary>One of a picture's colours as it is coded: its frequencies, block by block.</summary>
internal sealed class JpegComponent
{
    public required byte Id { get; init; }
    public required int Across { get; init; }
    public required int Down { get; init; }
    public required byte Table { get; init; }
    /// <summary>Blocks in a line as they are kept: whole units of all colours.</summary>
    public required int Stride { get; init; }
    /// <summary>Blocks across and down that the picture has, for scans of this colour alone.</summary>
    public required (int Across, int Down) Blocks { get; init; }
    public required short[] Frequencies { get; init; }
    public int Before { get; set; }
    public JpegCodes? First { get; set; }
    public JpegCodes? Rest { get; set; }

    public Span<short> Block(int x, int y) => Frequencies.AsSpan(((y * Stride) + x) * 64, 64);
}

/// <summary>
/// Decodes JPEG as browsers show it (ISO/IEC 10918-1: baseline, extended and progressive, Huffman codes, 8 bits) in whole
/// numbers. Written for files that cannot be trusted: what is wrong with one is an <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class JpegDecoder
{
    // No program writes as many; each goes through the whole picture.
    private const int MostScans = 200;

    private readonly ushort[]?[] _quantisation = new ushort[4][];
    private readonly JpegCodes?[] _first = new JpegCodes[4];
    private readonly JpegCodes?[] _rest = new JpegCodes[4];
    private JpegComponent[] _components = [];
    private int _width, _height, _most, _mostDown, _restart;
    private int _scans;
    private bool _isProgressive;

    /// <summary>The picture, or null where it has colours that are for print: they need a profile to be shown right.</summary>
    public static Pixels? Decode(ReadOnlySpan<byte> file)
    {
        var decoder = new JpegDecoder();
        var segments = JpegFile.Segments(file);
        foreach (var segment in segments)
        {
            decoder.Read(segment, file);
        }
        return decoder._components.Length switch
        {
            1 => new JpegColours(decoder._components, decoder._quantisation, decoder._width, decoder._height, IsRgb: false).ToPixels(),
            3 => new JpegColours(decoder._components, decoder._quantisation, decoder._width, decoder._height,
                JpegFile.AdobeTransform(file, segments) is 0 || (JpegFile.AdobeTransform(file, segments) < 0 && decoder._components.Select(c => (char)c.Id).SequenceEqual("RGB"))).ToPixels(),
            _ => null,
        };
    }

    private void Read(JpegSegment segment, ReadOnlySpan<byte> file)
    {
        var data = segment.Of(file);
        switch (segment.Marker)
        {
            case 0xC4:
                Codes(data);
                break;
            case 0xDB:
                Quantisation(data);
                break;
            case 0xDD:
                _restart = Bytes.Big16(data, 0);
                break;
            case JpegFile.Scan:
                Scan(data, file[segment.End..segment.ScanEnd]);
                break;
            default:
                if (segment.IsFrame)
                {
                    Frame(segment.Marker, data);
                }
                break;
        }
    }

    private void Codes(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var codes = new JpegCodes(data[1..]);
            (data[0] < 16 ? _first : _rest)[data[0] & 3] = codes;
            data = data[(1 + codes.Length)..];
        }
    }

    private void Quantisation(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var isWide = data[0] >= 16;
            var table = _quantisation[data[0] & 3] = new ushort[64];
            for (var i = 0; i < 64; i++)
            {
                table[i] = (ushort)(isWide ? Bytes.Big16(data, 1 + (2 * i)) : Bytes.Part(data, 1 + i, 1)[0]);
            }
            data = data[(isWide ? 129 : 65)..];
        }
    }

    private void Frame(byte marker, ReadOnlySpan<byte> data)
    {
        if (marker > 0xC2 || _components.Length > 0 || Bytes.Part(data, 0, 6)[0] != 8)
        {
            throw new InvalidDataException("A way of coding that browsers do not know.");
        }
        _isProgressive = marker == 0xC2;
        (_height, _width) = (Bytes.Big16(data, 1), Bytes.Big16(data, 3));
        var parts = new (byte Id, int Across, int Down, byte Table)[data[5]];
        for (var i = 0; i < parts.Length; i++)
        {
            var part = Bytes.Part(data, 6 + (3 * i), 3);
            parts[i] = (part[0], part[1] >> 4, part[1] & 15, part[2]);
        }
        if (parts.Length is < 1 or > 4 || _width == 0 || _height == 0 || parts.Any(p => p.Across is < 1 or > 4 || p.Down is < 1 or > 4 || p.Table > 3))
        {
            throw new InvalidDataException("No such frame.");
        }
        (_most, _mostDown) = (parts.Max(p => p.Across), parts.Max(p => p.Down));
        var (units, unitsDown) = (Up(_width, 8 * _most), Up(_height, 8 * _mostDown));
        _components = [.. parts.Select(p => new JpegComponent
        {
            Id = p.Id,
            Across = p.Across,
            Down = p.Down,
            Table = p.Table,
            Stride = units * p.Across,
            Blocks = (Up(Up(_width * p.Across, _most), 8), Up(Up(_height * p.Down, _mostDown), 8)),
            Frequencies = new short[units * p.Across * unitsDown * p.Down * 64],
        })];
    }

    private void Scan(ReadOnlySpan<byte> data, ReadOnlySpan<byte> coded)
    {
        if (++_scans > MostScans)
        {
            throw new InvalidDataException("Scans without end.");
        }
        var count = Bytes.Part(data, 0, 1)[0];
        var parts = Bytes.Part(data, 1, (2 * count) + 3);
        var scanned = new List<JpegComponent>();
        for (var i = 0; i < count; i++)
        {
            var id = parts[2 * i];
            var component = Array.Find(_components, c => c.Id == id) ?? throw new InvalidDataException("A colour that is not there.");
            component.First = _first[(parts[(2 * i) + 1] >> 4) & 3];
            component.Rest = _rest[parts[(2 * i) + 1] & 3];
            scanned.Add(component);
        }
        var scan = _isProgressive
            ? new JpegScan(parts[^3], parts[^2], parts[^1] >> 4, parts[^1] & 15, IsProgressive: true)
            : new JpegScan(0, 63, 0, 0, IsProgressive: false);
        if (scanned.Count == 0 || scan.From > scan.To || scan.To > 63 || scan.Low > 13 || (_isProgressive && scan.From > 0 && scanned.Count > 1))
        {
            throw new InvalidDataException("No such scan.");
        }
        var (across, down) = scanned.Count > 1 ? (Up(_width, 8 * _most), Up(_height, 8 * _mostDown)) : scanned[0].Blocks;
        var bits = new JpegBits(coded);
        var left = _restart;
        var skipped = 0;
        scanned.ForEach(c => c.Before = 0);
        for (var unit = 0; unit < across * down; unit++)
        {
            if (_restart > 0 && left-- == 0)
            {
                bits.Restart();
                scanned.ForEach(c => c.Before = 0);
                (left, skipped) = (_restart - 1, 0);
            }
            var (x, y) = (unit % across, unit / across);
            if (scanned.Count == 1)
            {
                scan.Block(ref bits, scanned[0], scanned[0].Block(x, y), ref skipped);
                continue;
            }
            foreach (var component in scanned)
            {
                for (var i = 0; i < component.Across * component.Down; i++)
                {
                    scan.Block(ref bits, component, component.Block((x * component.Across) + (i % component.Across), (y * component.Down) + (i / component.Across)), ref skipped);
                }
            }
        }
    }

    private static int Up(int value, int to) => (value + to - 1) / to;
}
