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
        var mount = $"mount -t tmpfs -o size=400k none {_folder.Path} && mkdir {_folder["in"]}";
        var write = $"TRAPPA_TEST_PART='write|{_folder["in/site"]}|";
        var list = $"ls -A {_folder["in"]}; find {_folder["in/site"]} -type f | wc -l; head -1 {_folder["in/site/only-new/index.html"]}";
        string[] shell = ["sh", "-c", $"{mount}; {write}10' \"$@\"; {write}400' \"$@\"; {list}", "sh"];

        using var child = Child.Start("none", [.. Space, .. shell]);

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

    // A viewer that has it open reads on: what it has is the file of before, and nothing waits for it.
    [Fact]
    public void A_PDF_that_a_viewer_has_open_and_locks_does_not_stop_the_new_site()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows gives a folder with an open file no other name, which is told");
        SiteWriter.Write([.. Sites.Edition("old"), Sites.File("print/cards.pdf", "%PDF old")], _folder["site"]);
        using var viewer = new StreamReader(new FileStream(_folder["site/print/cards.pdf"], FileMode.Open, FileAccess.ReadWrite, FileShare.None));

        Assert.Empty(SiteWriter.Write([.. Sites.Edition("new"), Sites.File("print/cards.pdf", "%PDF new")], _folder["site"]));

        Assert.Equal("%PDF new", File.ReadAllText(_folder["site/print/cards.pdf"]));
        Assert.Equal("%PDF old", viewer.ReadToEnd());
        Assert.Equal([_folder["site"]], Directory.GetFileSystemEntries(_folder.Path));
    }

    // As where an open file keeps its folder from getting another name.
    [Fact]
    public void A_site_that_cannot_be_moved_away_is_told_and_stands()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a folder that is held, made without asking");
        var hold = $"mkdir {_folder["in"]}; TRAPPA_TEST_PART='write|{_folder["in/site"]}|1' \"$@\"; mount --bind {_folder["in/site"]} {_folder["in/site"]}";
        var list = $"ls -A {_folder["in"]}; head -1 {_folder["in/site/only-new/index.html"]}";

        using var child = Child.Start("none", [.. Space, "sh", "-c", $"{hold}; TRAPPA_TEST_PART='write|{_folder["in/site"]}|2' \"$@\"; {list}", "sh"]);

        Assert.Equal(["done", "TR510", "done", "site", "new"], Lines(child));
    }

    // A namespace of its own, as root or as one's own root: what is mounted there is gone with the process.
    internal static string[] Space => Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--user", "--map-root-user", "--mount"];

    private static string[] Lines(Process child)
    {
        var text = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
