namespace Trappa.Tests.Render;

/// <summary>Nothing on a page is empty, and what stands there is read as it is meant.</summary>
public class PagesThatSaySomething
{
    private static readonly (string, string)[] Guide =
    [
        ("content/site.yaml", "title: G\naddress: https://example.org/\ndescription: What it is for.\nedition: {month: 2026-11}\n"
            + "sections:\n  - {name: do, heading: What to do, role: do}\n"),
        ("content/steps/01-a.md", "---\nname: A\nlead: Lead of *a*.\ndo: [One]\n---\n\nRest of a.\n"),
        ("content/steps/02-b.md", "---\nname: B\nlead: Lead of b.\ndo: [Two]\n---\n\n## Rest\n\nOf b.\n"),
    ];

    [Fact]
    public void The_page_about_the_guide_says_what_is_known()
    {
        var about = BuiltGuide.Of(Guide).Main("about/index.html");

        Assert.Contains("<p>What it is for.</p>", about, StringComparison.Ordinal);
        Assert.Contains("<p>Edition: November 2026.</p>", about.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_without_a_difference_are_told_apart_by_their_leads() =>
        Assert.Contains("<dd>Lead of <em>a</em>.</dd>", BuiltGuide.Of(Guide).Main("steps/b/index.html"), StringComparison.Ordinal);

    [Fact]
    public void A_rule_parts_a_text_without_heading_from_the_section_before_it()
    {
        var guide = BuiltGuide.Of(Guide);
        Assert.Contains("<hr>\n<p>Rest of a.</p>", guide.Main("steps/a/index.html").Replace("\n\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<hr>", guide.Main("steps/b/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_files_has_no_manifest_that_a_browser_would_refuse()
    {
        Assert.Contains("rel=\"manifest\"", BuiltGuide.Of(Guide)["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"manifest\"", BuiltGuide.Of(new ModelOptionsForTest(Portable: true), Guide)["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_a_table_stands_where_its_writer_put_it()
    {
        var page = BuiltGuide.Of(("content/index.md", "# G\n\n| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n"))["index.html"];

        Assert.Contains("<td class=\"center\">2", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"end\">3", page, StringComparison.Ordinal);
        Assert.Contains(".center{text-align:center}.end{text-align:end}", page, StringComparison.Ordinal);
    }

    // Who goes from landmark to landmark meets all of a page, the links past its menu too.
    [Fact]
    public void The_links_that_skip_stand_in_the_header() =>
        Assert.Contains("<body>\n<header class=\"top\">\n<a class=\"skip\" href=\"#text\">", BuiltGuide.Of(Guide)["index.html"], StringComparison.Ordinal);

    // A screen reader says how many there are, and where they end.
    [Fact]
    public void The_links_at_the_foot_are_a_list()
    {
        var page = BuiltGuide.Of(Guide)["index.html"];
        var foot = page[page.IndexOf("<footer", StringComparison.Ordinal)..];

        Assert.Matches("<ul class=\"again\">\n(<li><a href=[^\n]+</a></li>\n)+</ul>", foot);
    }

    // WCAG 2.2 SC 1.4.8: running text has air between its lines.
    [Fact]
    public void Lines_of_a_lead_stand_one_and_a_half_apart() =>
        Assert.Matches(@"\.lead\{[^}]*line-height:1\.5;", BuiltGuide.Of(Guide)["index.html"]);

    [Fact]
    public void A_quote_of_two_paragraphs_keeps_its_words_apart()
    {
        var guide = BuiltGuide.Of([.. Guide, ("content/index.md", "# G\n\n::: quote two\n"), ("content/quotes/two.md", "---\nkind: invitation\n---\n\nCome along.\n\nIt is fun.\n")]);

        Assert.Contains("TR128", guide.Codes);
        Assert.Contains("Come along. It is fun.", guide.Main("index.html"), StringComparison.Ordinal);
        Assert.Contains("Come along. It is fun.", guide.Main("what-to-say/index.html"), StringComparison.Ordinal);
    }
}
