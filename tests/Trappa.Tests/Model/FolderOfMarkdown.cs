namespace Trappa.Tests.Model;

/// <summary>A folder with nothing but Markdown files is a guide as well, in English.</summary>
public class FolderOfMarkdown
{
    [Fact]
    public void Titles_come_from_front_matter_then_the_first_heading_then_the_name()
    {
        var guide = BuiltGuide.Of(
            ("content/index.md", "# My notes\n"),
            ("content/one.md", "---\ntitle: From front matter\n---\n\nText.\n"),
            ("content/two.md", "Text first.\n\n## From a heading\n"),
            ("content/03-from-the-name.md", "Only text.\n"));
        Assert.Empty(guide.Errors);
        Assert.Contains("<html lang=\"en\"", guide["index.html"], StringComparison.Ordinal);
        Assert.Contains("<title>My notes</title>", guide["index.html"], StringComparison.Ordinal);
        Assert.Contains("<h1>From front matter</h1>", guide["one/index.html"], StringComparison.Ordinal);
        Assert.Contains("<h1>From a heading</h1>", guide["two/index.html"], StringComparison.Ordinal);
        Assert.Contains("<h1>From the name</h1>", guide["from-the-name/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_come_from_folders_and_special_names_mean_nothing()
    {
        var guide = BuiltGuide.Of(
            ("content/steps/01-b.md", "# B\n"),
            ("content/steps/02-a.md", "# A\n"),
            ("content/steps/deep/down.md", "# Down\n"));
        Assert.Empty(guide.Errors);
        var list = guide.Main("steps/index.html");
        Assert.True(list.IndexOf(">B<", StringComparison.Ordinal) < list.IndexOf(">A<", StringComparison.Ordinal));
        Assert.Contains("href=\"deep/\"", list, StringComparison.Ordinal);
        Assert.Contains("steps/deep/down/index.html", guide.Files);
    }

    [Fact]
    public void Addresses_are_plain_letters_whatever_the_name_and_its_unicode_form()
    {
        var guide = BuiltGuide.Of(("content/Följare & å.md", "# F\n"), ("content/e\u0301te\u0301.md", "# E\n"), ("content/Straße.md", "# S\n"));
        Assert.Contains("foljare-a/index.html", guide.Files);
        Assert.Contains("ete/index.html", guide.Files);
        Assert.Contains("strasse/index.html", guide.Files);
    }

    [Theory]
    [InlineData("content/Page.md", "content/page.md")]
    [InlineData("content/f\u00F6.md", "content/fo\u0308.md")]
    [InlineData("content/01-a.md", "content/02-a.md")]
    public void Two_pages_on_one_address_are_an_error(string one, string other) =>
        Assert.Contains(BuiltGuide.Of((one, "# One\n"), (other, "# Other\n")).Errors, e => e.StartsWith("TR301", StringComparison.Ordinal));

    [Fact]
    public void Drafts_are_built_only_when_asked_for()
    {
        (string, string)[] files = [("content/a.md", "# A\n"), ("content/b.md", "---\ndraft: yes\n---\n# B\n")];
        Assert.DoesNotContain("b/index.html", BuiltGuide.Of(files).Files);
        Assert.Contains("b/index.html", BuiltGuide.Of(new ModelOptionsForTest(Drafts: true), files).Files);
    }

    [Fact]
    public void What_needs_an_address_is_there_with_one_and_left_out_with_one_warning_without()
    {
        (string, string)[] files = [("content/index.md", "# A\n"), ("content/b.md", "---\ndate: 2024-04-01\n---\n# B\n")];
        var without = BuiltGuide.Of(files);
        Assert.Equal(["TR304"], without.Codes);
        Assert.DoesNotContain("sitemap.xml", without.Files);
        Assert.DoesNotContain("canonical", without["index.html"], StringComparison.Ordinal);
        var with = BuiltGuide.Of(new ModelOptionsForTest("https://example.org/sub"), files);
        Assert.Empty(with.Codes);
        Assert.Contains("<loc>https://example.org/sub/b/</loc>", with["sitemap.xml"], StringComparison.Ordinal);
        Assert.Contains("https://example.org/sub/b/", with["feed.xml"], StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/sub/b/\">", with["b/index.html"].Replace("href=\"https://example.org/sub/b/\" rel=\"canonical\"", "rel=\"canonical\" href=\"https://example.org/sub/b/\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
