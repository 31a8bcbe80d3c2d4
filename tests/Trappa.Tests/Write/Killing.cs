using Trappa.Write;

namespace Trappa.Tests.Write;

public sealed class Killing : IDisposable
{
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "one exchange is Linux's; the two renames are tested by the next");
        KillAtManyMoments("exchange", afterKill: AssertWhole);
    }

    [Fact]
    public void With_two_renames_the_old_site_or_the_new_one_is_whole_at_the_next_start() =>
        KillAtManyMoments("renames", afterKill: () => { });

    private void KillAtManyMoments(string way, Action afterKill)
    {
        // Seeded, so that a failure names its moments; what they hit still varies with the machine.
        var moments = new Random(2024);
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var child = Child.Start($"loop|{_folder["site"]}|{way}"))
            {
                Assert.Equal("0", child.StandardOutput.ReadLine());
                child.WaitForExit(moments.Next(80));
                child.Kill();
                child.WaitForExit();
            }
            afterKill();
            SiteWriter.Recover(_folder["site"]);
            AssertWhole();
            Assert.Equal([_folder["site"]], Directory.GetFileSystemEntries(_folder.Path));
        }
    }

    private void AssertWhole()
    {
        var standing = Sites.Standing(_folder["site"]);
        Assert.True(
            standing == Sites.Meant(Sites.Edition("old", 300)) || standing == Sites.Meant(Sites.Edition("new", 300)),
            "neither the old site nor the new one stands");
    }
}
