using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Trappa.Render;

namespace Trappa.Write;

/// <summary>Writes a whole site into a new folder, with its manifest.</summary>
internal static class Staging
{
    /// <summary>Makes the folder and fills it.</summary>
    /// <exception cref="ArgumentException">A path is not one inside the folder.</exception>
    internal static void Fill(string folder, IReadOnlyList<OutputFile> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            RequireInside(file.Path);
        }
        var entries = new ManifestEntry[files.Count];
        try
        {
            // Files of a folder are written by one thread where that can be: they would wait for each other.
            Parallel.ForEach(Partitioner.Create(0, files.Count, 32), range =>
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var made = "";
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    var file = files[i];
                    if (file.Path.LastIndexOf('/') is > 0 and var end && file.Path[..end] is var inside && inside != made)
                    {
                        Directory.CreateDirectory(Path.Combine(folder, inside));
                        made = inside;
                    }
                    WriteFile(Path.Combine(folder, file.Path), file.Pieces);
                    foreach (var piece in file.Pieces)
                    {
                        hash.AppendData(piece.Span);
                    }
                    entries[i] = new(file.Path, Convert.ToHexStringLower(hash.GetHashAndReset()));
                }
            });
        }
        catch (AggregateException e)
        {
            // Threads may have failed on different files; one full disk is told once.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        WriteFile(Path.Combine(folder, SiteManifest.FileName), [SiteManifest.Of(entries).ToBytes()]);
    }

    private static void WriteFile(string path, ImmutableArray<ReadOnlyMemory<byte>> pieces)
    {
        // CreateNew: two files on one path are a fault that must not pass unseen.
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(handle, pieces, 0);
    }

    private static void RequireInside(string path)
    {
        var inside = path.Length > 0 && path != SiteManifest.FileName && !path.AsSpan().ContainsAny('\\', '\0', '\n');
        foreach (var part in path.AsSpan().Split('/'))
        {
            inside &= path.AsSpan()[part] is not ("" or "." or "..");
        }
        if (!inside)
        {
            throw new ArgumentException($"'{path}' is no path of a file in the site", nameof(path));
        }
    }
}
