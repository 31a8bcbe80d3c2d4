using CsCheck;
using Trappa.Commands;

namespace Trappa.Tests.Check;

/// <summary>
/// Whatever stands in the files, it is told or it is fine: the program does not fall. The same edits are tried each
/// time, so that a run says something of the change that was made and not of its luck.
/// </summary>
public class Mutations
{
    // What breaks texts: line ends, marks of YAML and Markdown, bytes that are no UTF-8, and anything.
    private static readonly byte[][] Marks =
    [
        [.. "---\n"u8], [.. "\n"u8], [.. ": "u8], [.. "- "u8], [.. "\t"u8], [.. "\""u8], [.. "'"u8], [.. "["u8], [.. "]("u8], [.. "{{"u8],
        [.. "}}"u8], [.. "{"u8], [.. "|\n"u8], [.. "&a "u8], [.. "*"u8], [.. "#"u8], [.. "> "u8], [.. ":::"u8], [.. "::: citat "u8], [.. "<"u8],
        [.. "<!--"u8], [.. "`"u8], [.. "~~~\n"u8], [.. "[^1]"u8], [.. "|-|\n"u8], [.. "\u00AD\u0301"u8], [0], [0xFF], [0xEF, 0xBB, 0xBF], [],
    ];

    private static readonly Gen<byte[]> Piece = Gen.OneOf(Gen.Int[0, Marks.Length - 1].Select(i => Marks[i]), Gen.Byte.Array[1, 4]);

    private static readonly Gen<(int File, int At, int Removed, byte[] Added)[]> Edits =
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, 12], Piece).Array[1, 6];

    [Theory]
    [InlineData("content", 200)]
    [InlineData("templates", 50)]
    public void Files_with_bytes_changed_at_random_are_checked_without_falling(string changed, ulong times)
    {
        using var folder = new TemporaryFolder();
        Copy("content", folder);
        var files = Copy(changed, folder);
        for (var number = 1ul; number <= times; number++)
        {
            Edits.Sample(Try, seed: new PCG(1, number).ToString(), iter: 1, threads: 1);
        }

        void Try((int File, int At, int Removed, byte[] Added)[] edits)
        {
            foreach (var edit in edits)
            {
                var (path, bytes) = files[edit.File % files.Count];
                var at = edit.At % (bytes.Length + 1);
                File.WriteAllBytes(path, [.. bytes[..at], .. edit.Added, .. bytes[Math.Min(bytes.Length, at + edit.Removed)..]]);
            }
            var ran = Terminal.Check(folder.Path);
            Assert.True(ran.ExitCode is ExitCodes.Fine or ExitCodes.ContentErrors, ran.Error);
            Assert.DoesNotContain("messages.", ran.Error, StringComparison.Ordinal);
            foreach (var edit in edits)
            {
                var (path, bytes) = files[edit.File % files.Count];
                File.WriteAllBytes(path, bytes);
            }
        }
    }

    private static List<(string Path, byte[] Bytes)> Copy(string name, TemporaryFolder folder)
    {
        var files = Directory.GetFiles(Repository.PathOf(name), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => (Path: folder[Path.GetRelativePath(Repository.Root, f)], Bytes: File.ReadAllBytes(f)))
            .ToList();
        foreach (var (path, bytes) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
        return files;
    }
}
