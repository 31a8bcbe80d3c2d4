using Trappa.Diagnostics;

namespace Trappa.Write;

/// <summary>Says which of a user's troubles is behind an exception of the file system.</summary>
internal static class FileFault
{
    // <asm-generic/errno-base.h> and <sys/errno.h>; the rest are Windows' ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.
    private const int FileTooLarge = 27, NoSpace = 28, ReadOnly = 30, LinuxQuota = 122, MacQuota = 69;
    private const int HandleDiskFull = unchecked((int)0x80070027), DiskFull = unchecked((int)0x80070070);

    /// <summary>Whether the file system, and not a fault of ours, is behind it.</summary>
    internal static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;

    internal static Diagnostic Diagnostic(Exception e, Place place)
    {
        ReadOnlySpan<(string, string)> arguments = [("output", place.File), ("reason", Reason(e))];
        return new(CodeOf(e), place, arguments);
    }

    private static Code CodeOf(Exception e) => e switch
    {
        UnauthorizedAccessException => Codes.OutputNotPermitted,
        PathTooLongException => Codes.OutputPathTooLong,
        { HResult: ReadOnly } => Codes.OutputNotPermitted,
        { HResult: NoSpace or FileTooLarge or LinuxQuota or MacQuota or HandleDiskFull or DiskFull } => Codes.DiskFull,
        _ => Codes.OutputFailed,
    };

    private static string Reason(Exception e) => e.Message.TrimEnd('.');
}
