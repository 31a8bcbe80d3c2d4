using System.Diagnostics;
using System.Security.Cryptography;

namespace Trappa.Write;

/// <summary>
/// Lets one build at a time write a folder. The system gives the lock back when its holder dies, however it dies.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    // Linux EAGAIN, macOS EWOULDBLOCK, Windows ERROR_SHARING_VIOLATION as an HRESULT.
    private const int LinuxWouldBlock = 11, MacWouldBlock = 35, SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>The lock, or null when another build kept it all the time.</summary>
    internal static BuildLock? Take(string path, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }
            if (clock.Elapsed >= patience)
            {
                return null;
            }
            Thread.Sleep(10);
        }
    }

    /// <summary>The lock, or null when another build has it.</summary>
    internal static BuildLock? TryTake(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e.HResult is LinuxWouldBlock or MacWouldBlock or SharingViolation)
        {
            return null;
        }
        if (IsStillAt(path, file))
        {
            return new BuildLock(file);
        }
        file.Dispose();
        return null;
    }

    /// <summary>
    /// Whether the file that was opened still has its name: its last holder may have deleted it between our opening
    /// and our locking, and a third build have made a new one. A time drawn by lot tells two files apart without
    /// writing, which a full disk would not allow.
    /// </summary>
    private static bool IsStillAt(string path, FileStream file)
    {
        var lot = DateTime.UnixEpoch.AddSeconds(RandomNumberGenerator.GetInt32(int.MaxValue));
        File.SetLastWriteTimeUtc(file.SafeFileHandle, lot);
        return File.Exists(path)
            && File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(file.SafeFileHandle);
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        // The name goes first, while the lock is held. Windows deletes no open file: there it goes afterwards.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_file.Name);
        }
        _file.Dispose();
        if (OperatingSystem.IsWindows())
        {
            try
            {
                File.Delete(_file.Name);
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                // The next build has it already.
            }
        }
    }
}
