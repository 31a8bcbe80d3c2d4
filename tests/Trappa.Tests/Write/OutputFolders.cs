using Trappa.Write;

namespace Trappa.Tests.Write;

public sealed class OutputFolders : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OutputFolders()
    {
        Directory.CreateDirectory(_folder["guide/content/steg"]);
        Directory.CreateDirectory(_folder["guide/templates"]);
    }

    public void Dispose() => _folder.Dispose();

    private (string, string, string)[] Check(string target) =>
        [.. SiteWriter.Precheck(_folder["guide"], [_folder["guide/content"], _folder["guide/templates"]], target)
            .Select(d => (d.Code.Id, d.Place.ToString(), d.Arguments[^1].Value))];

    [Theory]
    [InlineData("guide", "TR501", "guide")]
    [InlineData("guide/", "TR501", "guide")]
    [InlineData("guide/x/..", "TR501", "guide")]
    [InlineData(".", "TR501", "guide")]
    [InlineData("guide/content", "TR501", "content")]
    [InlineData("guide/templates", "TR501", "templates")]
    [InlineData("guide/content/ut", "TR502", "content")]
    [InlineData("guide/content/steg", "TR502", "content")]
    [InlineData("guide/templates/a/b", "TR502", "templates")]
    public void A_folder_that_is_holds_or_is_in_what_the_build_reads_is_refused(string target, string code, string folder) =>
        Assert.Equal([(code, _folder[target], folder)], Check(_folder[target]));

    [Theory]
    [InlineData("guide/_site")]
    [InlineData("guide/contents")]
    [InlineData("elsewhere/_site")]
    public void A_folder_beside_is_fine(string target) => Assert.Empty(Check(_folder[target]));

    [Fact]
    public void The_root_of_the_disk_is_refused() =>
        Assert.Equal("TR501", Assert.Single(Check(Path.GetPathRoot(_folder.Path)!)).Item1);

    [Fact]
    public void A_way_round_by_links_is_seen_through()
    {
        Directory.CreateSymbolicLink(_folder["way-in"], _folder["guide/content"]);
        Directory.CreateSymbolicLink(_folder["loop"], _folder["loop/further"]);
        Assert.Equal([("TR502", _folder["way-in/ut"], "content")], Check(_folder["way-in/ut"]));
        Assert.Equal("TR504", Assert.Single(Check(_folder["loop"])).Item1);
    }

    [Fact]
    public void A_file_is_not_written_over()
    {
        File.WriteAllText(_folder["file"], "mine");
        Assert.Equal([("TR503", _folder["file"], _folder["file"])], Check(_folder["file"]));
        Assert.Equal("TR503", Assert.Single(SiteWriter.Write(Sites.Edition("new"), _folder["file"])).Code.Id);
        Assert.Equal("mine", File.ReadAllText(_folder["file"]));
    }

    [Fact]
    public void A_symbolic_link_is_not_replaced()
    {
        Directory.CreateDirectory(_folder["real"]);
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);
        Assert.Equal([("TR504", _folder["link"], _folder["real"])], Check(_folder["link"]));
        Assert.Equal("TR504", Assert.Single(SiteWriter.Write(Sites.Edition("new"), _folder["link"])).Code.Id);
        Assert.Empty(Directory.GetFileSystemEntries(_folder["real"]));
    }

    [Fact]
    public void A_folder_with_something_of_somebody_elses_is_left_alone()
    {
        Directory.CreateDirectory(_folder["album"]);
        File.WriteAllText(_folder["album/birthday.jpg"], "");
        Assert.Equal([("TR505", _folder["album"], "birthday.jpg")], Check(_folder["album"]));
        Assert.Equal("TR505", Assert.Single(SiteWriter.Write(Sites.Edition("new"), _folder["album"])).Code.Id);
        Assert.Equal([_folder["album/birthday.jpg"]], Directory.GetFileSystemEntries(_folder["album"]));
    }

    [Fact]
    public void A_site_of_ours_is_replaced_unless_something_was_put_into_it()
    {
        SiteWriter.Write(Sites.Edition("old"), _folder["site"]);
        File.WriteAllText(_folder["site/.DS_Store"], "");
        Assert.Empty(Check(_folder["site"]));
        Directory.CreateDirectory(_folder["site/.git"]);
        Assert.Equal([("TR505", _folder["site"], ".git")], Check(_folder["site"]));
    }

    [Fact]
    public void A_site_by_a_newer_version_is_ours_all_the_same_and_another_tools_mark_is_not()
    {
        Directory.CreateDirectory(_folder["site"]);
        File.WriteAllText(_folder["site/.trappa"], "# trappa 99\nwhatever it says then");
        Assert.Empty(Check(_folder["site"]));
        File.WriteAllText(_folder["site/.trappa"], "# somebody else's");
        Assert.Equal("TR505", Assert.Single(Check(_folder["site"])).Item1);
    }
}
