using Trappa.Tests.Write;

namespace Trappa.Tests.EndToEnd;

public sealed class KilledBuild : IDisposable
{
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has one exchange: elsewhere the next start mends it");
        var (old, @new) = (SiteSaying("old"), SiteSaying("new"));
        var usual = Build();
        var moments = new Random(2024);
        for (var kill = 0; kill < Kills; kill++)
        {
            Write(kill % 2 == 0 ? "old" : "new");
            using (var build = Executable.Start(_folder["guide"], "build"))
            {
                build.WaitForExit(moments.Next((int)(usual.TotalMilliseconds * 1.2)));
                build.Kill();
                build.WaitForExit();
            }
            Assert.Contains(Sites.Standing(_folder["guide/_site"]), new[] { old, @new });
        }
        Build();
        Assert.Equal(["_site", "content"], Directory.GetFileSystemEntries(_folder["guide"]).Select(Path.GetFileName).Order());
    }

    private string SiteSaying(string word)
    {
        Write(word);
        Build();
        return Sites.Standing(_folder["guide/_site"]);
    }

    private void Write(string word)
    {
        Directory.CreateDirectory(_folder["guide/content/pages"]);
        for (var page = 0; page < 150; page++)
        {
            File.WriteAllText(_folder[$"guide/content/pages/page-{page}.md"], $"# Page {page}\n\nThis is {word}.\n");
        }
    }

    private TimeSpan Build()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var answer = Executable.Run(_folder["guide"], "build");
        Assert.True(answer.Code == 0, answer.Error);
        return clock.Elapsed;
    }
}
