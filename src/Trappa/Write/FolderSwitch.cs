using System.Runtime.InteropServices;

namespace Trappa.Write;

/// <summary>Puts the new folder in the old one's place.</summary>
internal static partial class FolderSwitch
{
    // <fcntl.h>, <linux/fs.h>, <asm-generic/errno.h>: the same on every architecture .NET runs on.
    private const int AtFdcwd = -100, RenameExchange = 2;
    private const int Eperm = 1, Eacces = 13, Einval = 22, Enosys = 38, Enotsup = 95;

    /// <summary>
    /// Switches by one exchange; where that cannot be, by two renames, the first of which is taken back if the
    /// second fails.
    /// </summary>
    internal static void Switch(Neighbours names, Func<string, string, bool> exchange)
    {
        if (!Directory.Exists(names.Target))
        {
            Directory.Move(names.New, names.Target);
            return;
        }
        if (exchange(names.New, names.Target))
        {
            return;
        }
        Directory.Move(names.Target, names.Old);
        try
        {
            Directory.Move(names.New, names.Target);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            Directory.Move(names.Old, names.Target);
            throw;
        }
    }

    /// <summary>
    /// Finishes what a killed build began. Without a target it died between two renames, and the old site goes back;
    /// the new one may be whole, but nothing says so.
    /// </summary>
    internal static void Recover(Neighbours names)
    {
        if (Directory.Exists(names.Old) && !Path.Exists(names.Target))
        {
            Directory.Move(names.Old, names.Target);
        }
        Clear(names);
    }

    /// <summary>Removes what is beside the target, as far as it goes: what stays is tried again next time.</summary>
    internal static void Clear(Neighbours names)
    {
        foreach (var folder in (ReadOnlySpan<string>)[names.New, names.Old])
        {
            try
            {
                FolderRemoval.Remove(folder);
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                // The site stands; a leftover is no reason to say it does not.
            }
        }
    }

    /// <summary>Lets two folders change places at once; false where the system or the file system cannot.</summary>
    internal static bool TryExchange(string left, string right)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        try
        {
            if (RenameAt2(AtFdcwd, left, AtFdcwd, right, RenameExchange) == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
        var error = Marshal.GetLastPInvokeError();
        var words = Marshal.GetPInvokeErrorMessage(error);
        return error switch
        {
            Einval or Enosys or Enotsup => false,
            Eperm or Eacces => throw new UnauthorizedAccessException(words),
            _ => throw new IOException(words, error),
        };
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
