using System.Globalization;
using System.Runtime.InteropServices;

namespace Trappa.Commands;

/// <summary>
/// Memory for a process that makes one large site and ends. Half of what it makes is there to the end: to collect on the
/// way is to copy that, which takes a fifth of the time of a build of 1,000 pages (<c>tests/bench/run.mjs</c>). So memory
/// for all of it is asked for at the start, and on Linux in large pages, as each small one that is new interrupts the
/// process. What is not used is never taken. Where a guide needs more, collecting begins.
/// </summary>
internal static partial class BuildMemory
{
    // A smaller guide is made before the first collection would begin.
    private const long Least = 400_000;

    // Bytes for each character of the guide: twice what the guides of tests/bench need.
    private const int PerCharacter = 100;

    // The share of large objects, such as the buffers of the search index.
    private const int LargeObjects = 8;

    // Of what the machine has, the share that may be asked for.
    private const int Share = 4;

    // Stacks of threads and tables of the collector are smaller, and use little of what they hold.
    private const long LargeBytes = 16 * 1024 * 1024;

    // MADV_HUGEPAGE (madvise(2)).
    private const int InLargePages = 14;

    /// <summary>Asks for memory, if the guide is worth it. To be called once at most; does nothing where it cannot be had.</summary>
    /// <param name="characters">How many characters there are to make a site of.</param>
    public static void Expect(long characters)
    {
        var bytes = characters * PerCharacter;
        if (characters < Least || bytes > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Share)
        {
            return;
        }
        try
        {
            if (GC.TryStartNoGCRegion(bytes, bytes / LargeObjects) && OperatingSystem.IsLinux())
            {
                AskForLargePages();
            }
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // More than the collector gives at a time, or a system that does not tell what memory there is.
        }
    }

    // The collector does not tell where its memory is, but the system does (proc_pid_maps(5)): address, rights, no file.
    private static void AskForLargePages()
    {
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            if (!line.EndsWith(" rw-p 00000000 00:00 0 ", StringComparison.Ordinal) && !line.EndsWith(" rw-p 00000000 00:00 0", StringComparison.Ordinal))
            {
                continue;
            }
            var addresses = line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal));
            var dash = addresses.IndexOf('-');
            var start = nint.Parse(addresses[..dash], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var length = nint.Parse(addresses[(dash + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) - start;
            if (length >= LargeBytes)
            {
                // Only advice: what comes back does not matter.
                _ = Advise(start, (nuint)length, InLargePages);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
