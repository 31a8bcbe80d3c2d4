using System.Diagnostics;
using Trappa.Diagnostics;
using Trappa.Write;

namespace Trappa.Tests.Write;

/// <summary>What the system refuses: room, permission, length.</summary>
public sealed class Refusals : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_is_told_and_the_old_site_stands()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a file system of limited size, made without asking");
        // A file system of its own in a namespace of its own, as root or as one's own root: gone with the process.
        var mount = $"mount -t tmpfs -o size=400k none {_folder.Path} && mkdir {_folder["in"]}";
        var write = $"TRAPPA_TEST_PART='write|{_folder["in/site"]}|";
        var list = $"ls -A {_folder["in"]}; find {_folder["in/site"]} -type f | wc -l; head -1 {_folder["in/site/only-new/index.html"]}";
        string[] shell = ["sh", "-c", $"{mount}; {write}10' \"$@\"; {write}400' \"$@\"; {list}", "sh"];
        string[] space = Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--user", "--map-root-user", "--mount"];

        using var child = Child.Start("none", [.. space, .. shell]);

        Assert.Equal(["done", "TR507", "done", "site", "13", "new"], Lines(child));
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_told_and_the_old_site_stands()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("permissions are POSIX's here");
            return;
        }
        SiteWriter.Write(Sites.Edition("old"), _folder["locked/site"]);
        if (Environment.IsPrivilegedProcess)
        {
            // Root may write anywhere: another user tries.
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
            using var child = Child.Start($"nobody|{_folder["locked/site"]}");
            Assert.Equal(["done", "done", "TR508", "done"], Lines(child));
        }
        else
        {
            File.SetUnixFileMode(_folder["locked"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var diagnostic = Assert.Single(SiteWriter.Write(Sites.Edition("new"), _folder["locked/site"]));
            File.SetUnixFileMode(_folder["locked"], UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
            Assert.Equal("TR508", diagnostic.Code.Id);
        }
        Assert.Equal(Sites.Meant(Sites.Edition("old")), Sites.Standing(_folder["locked/site"]));
    }

    [Fact]
    public void A_path_too_long_is_told_and_the_old_site_stands()
    {
        SiteWriter.Write(Sites.Edition("old"), _folder["site"]);
        var files = Sites.Edition("new").Append(Sites.File(new string('x', 300) + "/index.html", "x")).ToList();

        var diagnostic = Assert.Single(SiteWriter.Write(files, _folder["site"]));

        Assert.Equal("TR509", diagnostic.Code.Id);
        Assert.Equal(Sites.Meant(Sites.Edition("old")), Sites.Standing(_folder["site"]));
        Assert.Equal([_folder["site"]], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_read_only_file_system_is_told()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "needs a file system that nobody may write");
        var diagnostic = Assert.Single(SiteWriter.Write(Sites.Edition("new"), "/proc/site"));
        Assert.Contains(diagnostic.Code, new[] { Codes.OutputNotPermitted, Codes.OutputFailed });
    }

    private static string[] Lines(Process child)
    {
        var text = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
