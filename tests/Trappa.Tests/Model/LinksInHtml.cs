namespace Trappa.Tests.Model;

/// <summary>Raw HTML, where <c>site.yaml</c> lets it through: its links lead where those of Markdown do, and faults are told where they stand.</summary>
public class LinksInHtml
{
    private static readonly (string, string) Settings = ("content/site.yaml", "title: G\naddress: https://example.org/\nhtml: yes\n");

    [Fact]
    public void A_way_to_a_file_leads_to_its_page()
    {
        var guide = BuiltGuide.Of(Settings, ("content/docs/b.md", "# B\n\n## X\n"), ("content/docs/a.md",
            "# A\n\nAn <a href=\"b.md#x\">inline one</a>.\n\n> <p>\n> <a class=\"c\" href='../index.md'>a block</a></p>\n"), ("content/index.md", "# G\n"));

        Assert.Empty(guide.Errors);
        Assert.Contains("<a href=\"../b/#x\">inline one</a>", guide.Main("docs/a/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../../\">a block</a>", guide.Main("docs/a/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_fault_is_told_where_it_stands() =>
        Assert.Equal(
            ["TR206 content/index.md:5:13", "TR207 content/index.md:8:10", "TR223 content/index.md:10:11"],
            BuiltGuide.Of(Settings, ("content/index.md",
                "# G\n\nWords.\n\nAn <a href=\"missing.md\">x</a>.\n\n<div>\n<a href=\"javascript:alert(1)\">y</a></div>\n\n<img src='x.png' alt=\"\">\n")).Errors);

    [Fact]
    public void What_only_the_finished_page_shows_has_the_place_of_the_HTML() =>
        Assert.Equal(
            ["TR411 content/index.md:9:4", "TR413 content/index.md:5:1", "TR415 content/index.md:7:1"],
            BuiltGuide.Of(Settings, ("content/index.md", "# G\n\nWords.\n\n<h4>Deep</h4>\n\n<img src=\"/icon.svg\">\n\nTo <a href=\"/#nowhere\">x</a>\n")).Errors.Where(e => !e.StartsWith("TR410", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
