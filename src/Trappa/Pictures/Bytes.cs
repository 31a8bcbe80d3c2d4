using System.Buffers.Binary;

namespace Trappa.Pictures;

/// <summary>Numbers in files of pictures. What lies outside of the file is a picture that is broken.</summary>
internal static class Bytes
{
    public static uint Big32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(Part(bytes, at, 4));

    public static int Big16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(Part(bytes, at, 2));

    public static uint Little32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(Part(bytes, at, 4));

    public static int Little16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(Part(bytes, at, 2));

    public static int Little24(ReadOnlySpan<byte> bytes, int at) => Little16(bytes, at) | (Part(bytes, at + 2, 1)[0] << 16);

    /// <summary>A part of a file, if the file has it.</summary>
    public static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> bytes, long at, long length) =>
        at >= 0 && length >= 0 && at + length <= bytes.Length ? bytes.Slice((int)at, (int)length)
            : throw new InvalidDataException("The file ends too early.");
}
