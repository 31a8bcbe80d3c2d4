namespace Trappa.Tests.Model;

/// <summary>Whole small guides that are not ours.</summary>
public class GuidesOfOthers
{
    [Fact]
    public void A_guide_of_first_aid_has_three_steps_with_sections_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var ran = Terminal.Run("build", Repository.PathOf("tests", "guides", "first-aid"), "--out", folder["site"], "--date", "2024-05-01");

        Assert.Equal(0, ran.ExitCode);
        Assert.DoesNotContain("TR", ran.Error, StringComparison.Ordinal);
        var look = File.ReadAllText(folder["site/steps/look/index.html"]);
        foreach (var heading in new[] { "Look for", "What to do", "Why this helps", "Say this, from Helping Hands" })
        {
            Assert.Contains(heading, look, StringComparison.Ordinal);
        }
        Assert.True(look.IndexOf("Look for", StringComparison.Ordinal) < look.IndexOf("Why this helps", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_of_Markdown_and_nothing_else_is_a_site()
    {
        using var folder = new TemporaryFolder();
        var ran = Terminal.Run("build", Repository.PathOf("tests", "guides", "markdown-only"), "--out", folder["site"], "--date", "2024-05-01");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("TR304", ran.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["basics/compost/", "basics/deeper/", "basics/", "basics/when-to-water/", "empty/", "",
                "offline/", "paths/", "privacy/", "search/", "steps/dig/", "steps/", "tada/", "tools-and-gloves/", "var/"],
            Directory.GetFiles(folder["site"], "index.html", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder["site"], f).Replace('\\', '/')[..^"index.html".Length]).Order(StringComparer.Ordinal)
                .OrderBy(f => f + "index.html", StringComparer.Ordinal));
        Assert.Contains("href=\"basics/\"", File.ReadAllText(folder["site/index.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/basics.md", "content/basics/a.md")]
    [InlineData("content/01-a/x.md", "content/02-a/y.md")]
    [InlineData("content/robots.txt", "content/a.md")]
    public void What_the_site_makes_by_itself_keeps_its_address(string one, string other) =>
        Assert.Contains(BuiltGuide.Of(("content/index.md", "# G\n"), (one, "# A\n"), (other, "# B\n")).Errors,
            e => e.StartsWith("TR301 ", StringComparison.Ordinal));

    [Fact]
    public void A_file_that_cannot_be_read_hides_only_names_that_it_could_have_given() =>
        Assert.Equal(["TR105 content/steps/02-b.md:2:7", "TR203 content/index.md:3:21", "TR205 content/index.md:3:29"], BuiltGuide.Of(
            ("content/site.yaml", "title: G\naddress: https://example.org/\n"),
            ("content/index.md", "# G\n\n[a](step:c) and [b](term:d) {{ e }}\n"),
            ("content/steps/01-a.md", "---\nname: A\nlead: B.\n---\n"),
            ("content/steps/02-b.md", "---\nname: \"C\nslug: c\nlead: B.\n---\n")).Errors.Order(StringComparer.Ordinal));

    [Fact]
    public void Thousands_of_links_that_miss_among_thousands_of_pages_are_all_told()
    {
        var built = BuiltGuide.Of([("content/index.md", "# G\n"),
            .. Enumerable.Range(0, 4000).Select(i => ($"content/pages/page-{i}.md", $"# P{i}\n\n[x](page-{i}x.md)\n"))]);

        Assert.Equal(4000, built.Errors.Count());
    }

    [Fact]
    public void Quotes_that_show_each_other_are_an_error() =>
        Assert.Equal(["TR218 content/quotes/a.md:3:1", "TR218 content/quotes/b.md:3:1"], BuiltGuide.Of(
            ("content/site.yaml", "title: G\naddress: https://example.org/\n"),
            ("content/index.md", "# G\n\n::: quote a\n"),
            ("content/quotes/a.md", "Hello.\n\n::: quote b\n"),
            ("content/quotes/b.md", "Hello.\n\n::: quote a\n")).Errors);

    [Fact]
    public void A_link_with_letters_outside_ASCII_that_leads_nowhere_is_told_where_it_stands() =>
        Assert.Equal(["TR410 content/index.md:3:5"], BuiltGuide.Of(("content/index.md", "# G\n\n[x](/åäö/)\n")).Errors);
}
