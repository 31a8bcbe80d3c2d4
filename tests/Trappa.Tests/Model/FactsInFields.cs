namespace Trappa.Tests.Model;

/// <summary>A fact may be named in any text of a guide, also in those that are no Markdown.</summary>
public class FactsInFields
{
    [Fact]
    public void No_fact_of_the_guide_of_first_aid_is_left_by_its_name()
    {
        using var folder = new TemporaryFolder();
        var ran = Terminal.Run("build", Repository.PathOf("tests", "guides", "first-aid"), "--out", folder["site"], "--date", "2024-05-01");

        Assert.Equal(0, ran.ExitCode);
        foreach (var file in Directory.GetFiles(folder["site"], "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".html" or ".xml" or ".webmanifest"))
        {
            Assert.DoesNotContain("{{", File.ReadAllText(file), StringComparison.Ordinal);
        }
        Assert.Contains("<h1>Ring 112</h1>", File.ReadAllText(folder["site/steps/ring/index.html"]), StringComparison.Ordinal);
        Assert.Contains("<title>A kit from Helping Hands – First aid with Helping Hands</title>",
            File.ReadAllText(folder["site/basics/kit/index.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/site.yaml", "title: G\naddress: https://example.org/\ndescription: By {{ nope }}\n", "3:17")]
    [InlineData("content/a.md", "---\ntitle: By {{ nope }}\n---\n", "2:11")]
    [InlineData("content/a.md", "# By {{ nope }}\n", "1:1")]
    [InlineData("content/steps/01-a.md", "---\nname: 'It''s {{ nope }}'\nlead: a\n---\n", "2:14")]
    [InlineData("content/terms/a.md", "---\nname: By {{ nope }}\nshort: a\n---\n", "2:10")]
    public void One_that_is_not_there_is_told_where_it_stands(string path, string text, string place)
    {
        (string, string)[] files = path == "content/site.yaml"
            ? [("content/index.md", "# G\n"), (path, text)]
            : [("content/site.yaml", "title: G\naddress: https://example.org/\n"), ("content/index.md", "# G\n"), (path, text)];

        Assert.Contains($"TR205 {path}:{place}", BuiltGuide.Of(files).Errors);
    }

    [Fact]
    public void A_hyphen_between_spaces_becomes_a_dash() =>
        Assert.Contains("<p>Sand – and clay-pots, <code>a - b</code>.</p>",
            BuiltGuide.Of(("content/index.md", "# G\n\nSand - and clay-pots, `a - b`.\n")).Main("index.html"), StringComparison.Ordinal);
}
