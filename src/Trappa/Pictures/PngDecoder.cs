using System.IO.Compression;

namespace Trappa.Pictures;

/// <summary>Decodes PNG (ISO/IEC 15948) to 8 bits a channel. What is wrong with a file is an <see cref="InvalidDataException"/>.</summary>
internal sealed class PngDecoder
{
    // Adam7 (§8.2): where each pass begins, and its steps.
    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly int _width, _height, _bits, _samples;
    private readonly bool _isPalette, _isInterlaced;
    private readonly byte[] _palette = [], _opacity = [];
    private readonly Pixels _picture;

    private PngDecoder(ReadOnlySpan<byte> file, List<PngChunk> chunks)
    {
        var header = chunks[0].Of(file);
        (_width, _height, _bits) = ((int)Bytes.Big32(header, 0), (int)Bytes.Big32(header, 4), header[8]);
        _isPalette = header[9] == 3;
        _samples = header[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new InvalidDataException("No such colours.") };
        _isInterlaced = header[12] == 1;
        if (_bits is not (1 or 2 or 4 or 8 or 16) || (_bits < 8 && _samples > 1) || (_isPalette && _bits > 8) || header[10] != 0 || header[11] != 0 || header[12] > 1)
        {
            throw new InvalidDataException("A way of coding that there is not.");
        }
        foreach (var chunk in chunks)
        {
            _palette = chunk.Type == "PLTE" ? chunk.Of(file).ToArray() : _palette;
            _opacity = chunk.Type == "tRNS" ? chunk.Of(file).ToArray() : _opacity;
        }
        if (_isPalette && (_palette.Length == 0 || _palette.Length % 3 != 0))
        {
            throw new InvalidDataException("No palette.");
        }
        var channels = _samples % 2 == 0 || _opacity.Length > 0 ? 4 : _samples == 1 && !_isPalette ? 1 : 3;
        _picture = new(_width, _height, channels, new byte[_width * _height * channels]);
    }

    /// <summary>The picture; null where it moves, as a smaller copy would stand still.</summary>
    public static Pixels? Decode(ReadOnlySpan<byte> file)
    {
        var chunks = PngChunks.Read(file);
        var decoder = new PngDecoder(file, chunks);
        using var coded = new MemoryStream();
        foreach (var chunk in chunks.Where(c => c.Type == "IDAT"))
        {
            coded.Write(file.Slice(chunk.Start, chunk.Length));
        }
        coded.Position = 0;
        using var data = new ZLibStream(coded, CompressionMode.Decompress);
        foreach (var (x, y, stepX, stepY) in decoder._isInterlaced ? Interlaced : [(0, 0, 1, 1)])
        {
            decoder.Pass(data, x, y, stepX, stepY);
        }
        return chunks.Any(c => c.Type == "acTL") ? null : decoder._picture;
    }

    // Reads as many bytes as the size says and no more, whatever else is packed into the file.
    private void Pass(Stream data, int left, int top, int stepX, int stepY)
    {
        var across = (_width - left + stepX - 1) / stepX;
        if (across <= 0)
        {
            return;
        }
        var size = ((across * _samples * _bits) + 7) / 8;
        var apart = Math.Max(1, _samples * _bits / 8);
        var (line, above) = (new byte[size], new byte[size]);
        for (var y = top; y < _height; y += stepY)
        {
            var filter = data.ReadByte();
            if (filter is < 0 or > 4 || data.ReadAtLeast(line, size, throwOnEndOfStream: false) < size)
            {
                throw new InvalidDataException("The picture is not all there.");
            }
            PngFilter.Undo(filter, line, above, apart);
            for (var i = 0; i < across; i++)
            {
                Pixel(line, i, _picture.Data.AsSpan(((y * _width) + left + (i * stepX)) * _picture.Channels, _picture.Channels));
            }
            (line, above) = (above, line);
        }
    }

    private void Pixel(byte[] line, int at, Span<byte> to)
    {
        if (_isPalette)
        {
            var index = Sample(line, at);
            if ((index * 3) + 3 > _palette.Length)
            {
                throw new InvalidDataException("No such colour.");
            }
            _palette.AsSpan(index * 3, 3).CopyTo(to);
            if (to.Length == 4)
            {
                to[3] = index < _opacity.Length ? _opacity[index] : (byte)255;
            }
            return;
        }
        var isClear = _opacity.Length > 0;
        for (var i = 0; i < _samples; i++)
        {
            var sample = Sample(line, (at * _samples) + i);
            // The one colour that is not seen (§11.3.2.1), compared with all its bits.
            isClear = isClear && _opacity.Length >= 2 * _samples && sample == Bytes.Big16(_opacity, 2 * i);
            var value = (byte)(_bits == 16 ? ((sample * 255) + 32767) / 65535 : sample * 255 / ((1 << _bits) - 1));
            if (_samples <= 2 && i == 0)
            {
                to[..Math.Min(3, to.Length)].Fill(value);
            }
            else
            {
                to[_samples == 2 ? 3 : i] = value;
            }
        }
        if (_opacity.Length > 0 && _samples % 2 == 1)
        {
            to[3] = isClear ? (byte)0 : (byte)255;
        }
    }

    private int Sample(byte[] line, int at) => _bits switch
    {
        16 => Bytes.Big16(line, 2 * at),
        8 => line[at],
        _ => (line[at * _bits / 8] >> (8 - _bits - (at * _bits % 8))) & ((1 << _bits) - 1),
    };
}
