using Trappa.Write;

namespace Trappa.Tests.Write;

public sealed class Writing : IDisposable
{
    private static readonly WriteOptions TwoRenames = WriteOptions.Default with { Exchange = (_, _) => false };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<bool> BothWays => [true, false];

    [Theory]
    [MemberData(nameof(BothWays))]
    public void A_site_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it(bool exchange)
    {
        var options = exchange ? WriteOptions.Default : TwoRenames;
        foreach (var edition in new[] { "old", "new", "newer" })
        {
            Assert.Empty(SiteWriter.Write(Sites.Edition(edition), _folder["site"], options));
            Assert.Equal(Sites.Meant(Sites.Edition(edition)), Sites.Standing(_folder["site"]));
            Assert.Equal([_folder["site"]], Directory.GetFileSystemEntries(_folder.Path));
        }
    }

    [Fact]
    public void On_Linux_the_switch_is_one_exchange()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "renameat2 is Linux's");
        Directory.CreateDirectory(_folder["a"]);
        Directory.CreateDirectory(_folder["b/inside-b"]);
        Assert.True(WriteOptions.Default.Exchange(_folder["a"], _folder["b"]));
        Assert.True(Directory.Exists(_folder["a/inside-b"]));
    }

    [Fact]
    public void An_empty_folder_may_be_written_and_folders_above_are_made()
    {
        Directory.CreateDirectory(_folder["empty"]);
        Assert.Empty(SiteWriter.Write(Sites.Edition("new"), _folder["empty"]));
        Assert.Empty(SiteWriter.Write(Sites.Edition("new"), _folder["not/there/yet"]));
        Assert.Equal(Sites.Standing(_folder["empty"]), Sites.Standing(_folder["not/there/yet"]));
    }

    [Fact]
    public void The_manifest_lists_every_file_and_is_the_same_whatever_the_order()
    {
        var files = Sites.Edition("one");
        SiteWriter.Write(files, _folder["a"]);
        SiteWriter.Write([.. files.AsEnumerable().Reverse()], _folder["b"]);
        var text = File.ReadAllText(_folder["a/.trappa"]);

        Assert.Equal(text, File.ReadAllText(_folder["b/.trappa"]));
        Assert.StartsWith("# trappa 1\n", text, StringComparison.Ordinal);
        var manifest = SiteManifest.Parse(text)!;
        Assert.Equal(files.Select(f => f.Path).Order(StringComparer.Ordinal), manifest.Files.Select(f => f.Path));
        // printf '<p>one' | sha256sum
        Assert.Contains(
            new ManifestEntry("index.html", "6cdd0621def911531209bd14685fc4fca0c38ca0464199fa72c9496b8d9a9e91"),
            manifest.Files);
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(manifest.ToBytes()));
    }

    [Fact]
    public void What_a_build_killed_between_the_renames_left_is_put_back_at_the_next_start()
    {
        SiteWriter.Write(Sites.Edition("old"), _folder["site"]);
        Directory.Move(_folder["site"], _folder[".site.trappa-old"]);
        Directory.CreateDirectory(_folder[".site.trappa-new/half"]);

        SiteWriter.Recover(_folder["site"]);

        Assert.Equal(Sites.Meant(Sites.Edition("old")), Sites.Standing(_folder["site"]));
        Assert.Equal([_folder["site"]], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void What_a_build_killed_after_the_switch_left_is_removed_at_the_next_start()
    {
        SiteWriter.Write(Sites.Edition("new"), _folder["site"]);
        SiteWriter.Write(Sites.Edition("old"), _folder[".site.trappa-old"]);
        File.WriteAllText(_folder[".site.trappa-lock"], "");

        Assert.Empty(SiteWriter.Write(Sites.Edition("newer"), _folder["site"]));

        Assert.Equal(Sites.Meant(Sites.Edition("newer")), Sites.Standing(_folder["site"]));
        Assert.Equal([_folder["site"]], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void When_the_second_rename_fails_the_first_is_taken_back()
    {
        SiteWriter.Write(Sites.Edition("old"), _folder["site"]);
        var spoiled = TwoRenames with
        {
            Exchange = (@new, _) =>
            {
                Directory.Delete(@new, recursive: true);
                return false;
            },
        };

        var diagnostic = Assert.Single(SiteWriter.Write(Sites.Edition("new"), _folder["site"], spoiled));

        Assert.Equal("TR510", diagnostic.Code.Id);
        Assert.Equal(Sites.Meant(Sites.Edition("old")), Sites.Standing(_folder["site"]));
        Assert.Equal([_folder["site"]], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_second_build_waits_for_the_first_and_says_so_when_it_takes_too_long()
    {
        var impatient = WriteOptions.Default with { Patience = TimeSpan.FromMilliseconds(50) };
        SiteWriter.Write(Sites.Edition("old"), _folder["site"]);
        using (BuildLock.TryTake(_folder[".site.trappa-lock"]))
        {
            var diagnostic = Assert.Single(SiteWriter.Write(Sites.Edition("new"), _folder["site"], impatient));
            Assert.Equal(("TR506", _folder["site"]), (diagnostic.Code.Id, diagnostic.Place.File));
            Assert.Equal(Sites.Meant(Sites.Edition("old")), Sites.Standing(_folder["site"]));
        }
        Assert.Empty(SiteWriter.Write(Sites.Edition("new"), _folder["site"], impatient));
    }

    [Fact]
    public void Builds_at_the_same_time_do_each_other_no_harm()
    {
        var editions = Enumerable.Range(0, 12).Select(i => Sites.Edition("e" + i)).ToList();
        var running = true;
        var seen = 0;
        SiteWriter.Write(editions[0], _folder["site"]);
        var meant = editions.Select(Sites.Meant).ToHashSet();
        var reader = new Thread(() =>
        {
            while (Volatile.Read(ref running))
            {
                // A folder once opened is the same folder after a switch: its one file tells which it is.
                Assert.Contains("<p>e", File.ReadAllText(_folder["site/index.html"]), StringComparison.Ordinal);
                seen++;
            }
        });
        if (OperatingSystem.IsLinux())
        {
            reader.Start();
        }

        Parallel.ForEach(editions, new ParallelOptions { MaxDegreeOfParallelism = 6 },
            edition => Assert.Empty(SiteWriter.Write(edition, _folder["site"])));

        Volatile.Write(ref running, false);
        if (OperatingSystem.IsLinux())
        {
            reader.Join();
            Assert.True(seen > 0);
        }
        Assert.Contains(Sites.Standing(_folder["site"]), meant);
        Assert.Equal([_folder["site"]], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../outside")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData(".trappa")]
    public void A_path_out_of_the_site_is_our_own_fault(string path)
    {
        Assert.Throws<ArgumentException>(() => SiteWriter.Write([Sites.File(path, "x")], _folder["site"]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Two_files_on_one_path_are_not_written_over_each_other()
    {
        var diagnostic = Assert.Single(SiteWriter.Write([Sites.File("a", "1"), Sites.File("a", "2")], _folder["site"]));
        Assert.Equal("TR510", diagnostic.Code.Id);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }
}
