using System.Text.RegularExpressions;

namespace Trappa.Tests.Model;

/// <summary>Pages in folders: their order, which file is the folder's own page, and that a reader can reach them all.</summary>
public partial class PagesInFolders
{
    [Fact]
    public void Every_page_can_be_reached_by_links_from_the_front_page()
    {
        var guide = BuiltGuide.Of(
            ("content/site.yaml", "title: G\naddress: https://example.org/\n"),
            ("content/one.md", "# One\n"), ("content/two.md", "# Two\n"), ("content/three.md", "# Three\n"), ("content/four.md", "# Four\n"),
            ("content/guides/under/sub/y.md", "# Y\n"),
            ("content/docs/a.md", "# A\n"), ("content/docs/b.md", "# B\n"), ("content/docs/c.md", "# C\n"), ("content/docs/deep/d.md", "# D\n"),
            ("content/alone/index.md", "# Alone\n\nWords.\n"),
            ("content/few/index.md", "# Few\n\nWords.\n"), ("content/few/e.md", "# E\n"));
        var met = new HashSet<string>(["index.html"], StringComparer.Ordinal);
        var left = new Queue<string>(met);
        while (left.TryDequeue(out var page))
        {
            foreach (var address in Links().Matches(guide[page]).Select(m => m.Groups[1].Value).Where(a => !a.Contains(':', StringComparison.Ordinal)))
            {
                var file = new Uri(new("https://x/" + page), address).AbsolutePath[1..];
                file = file.Length == 0 || file.EndsWith('/') ? file + "index.html" : file;
                if (guide.Files.Contains(file) && met.Add(file))
                {
                    left.Enqueue(file);
                }
            }
        }

        Assert.Equal([], guide.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal) && f is not ("404.html" or "offline/index.html")).Except(met));
        Assert.DoesNotContain("<ul class=\"rows\">\n</ul>", string.Concat(met.Where(f => f.EndsWith("/index.html", StringComparison.Ordinal)).Select(guide.Main)).Replace("\n\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_the_alphabets_without_regard_to_case_and_numbers_go_first()
    {
        var guide = BuiltGuide.Of(
            ("content/site.yaml", "språk: sv\ntitel: G\nadress: https://example.org/\n"),
            ("content/index.md", "# G\n"),
            ("content/x/Öl.md", "# Ö\n"), ("content/x/apa.md", "# apa\n"), ("content/x/Bil.md", "# Bil\n"), ("content/x/ärta.md", "# ä\n"),
            ("content/x/ål.md", "# å\n"), ("content/x/10-b.md", "# tio\n"), ("content/x/2-c.md", "# två\n"), ("content/x/Zebra.md", "# z\n"),
            ("content/10-tio/a.md", "# A\n"), ("content/2-två/a.md", "# A\n"), ("content/Äpple/a.md", "# A\n"), ("content/ålder/a.md", "# A\n"));

        Assert.Equal(["två", "tio", "apa", "Bil", "z", "å", "ä", "Ö"], Titles().Matches(guide.Main("x/index.html")).Select(m => m.Groups[1].Value));
        Assert.Equal(["Två", "Tio", "X", "Ålder", "Äpple"], Headings().Matches(guide.Main("index.html")).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void A_year_or_a_date_is_part_of_the_name()
    {
        var guide = BuiltGuide.Of(("content/index.md", "# G\n"), ("content/2020-01-02-a-post.md", "# A\n"),
            ("content/2023-report.md", "# B\n"), ("content/2024-report.md", "# C\n"), ("content/010-last.md", "# D\n"));

        Assert.Empty(guide.Errors);
        Assert.Superset(new HashSet<string>(["2020-01-02-a-post/index.html", "2023-report/index.html", "2024-report/index.html", "last/index.html"]),
            guide.Files.ToHashSet());
    }

    [Fact]
    public void README_is_the_page_of_a_folder_that_has_no_index()
    {
        var guide = BuiltGuide.Of(("content/README.md", "# My notes\n\n[Docs](docs/README.md), [the other](more/readme.md)\n"),
            ("content/docs/README.md", "# All docs\n\n[Home](../README.md)\n"), ("content/docs/a.md", "# A\n"),
            ("content/more/index.md", "# More\n"), ("content/more/readme.md", "# Other\n"));

        Assert.Empty(guide.Errors);
        Assert.Contains("<title>My notes</title>", guide["index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"docs/\">Docs</a>", guide.Main("index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"more/readme/\">the other</a>", guide.Main("index.html"), StringComparison.Ordinal);
        Assert.Contains("<h1>All docs</h1>", guide["docs/index.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"../\">Home</a>", guide.Main("docs/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("docs/readme/index.html", guide.Files);
    }

    [Theory]
    [InlineData("content/site.yaml", "title: G\naddress: https://example.org/\n")]
    [InlineData("content/index.md", "# G\n")]
    public void Beside_settings_or_an_index_README_is_for_those_who_edit(string path, string text)
    {
        var guide = BuiltGuide.Of((path, text), ("content/README.md", "# How to edit\n"), ("content/docs/README.md", "# Docs\n\n[x](../README.md)\n"));

        Assert.Equal(["TR226 content/docs/README.md:3:5"], guide.Errors);
    }

    [Fact]
    public void What_a_link_may_have_meant_is_written_as_it_would_be_in_that_file()
    {
        var messages = BuiltGuide.Of(("content/index.md", "# G\n"), ("content/docs/install.md", "# I\n"), ("content/When to.md", "# W\n"),
            ("content/docs/links.md", "# L\n\n[y](docs/install.md) [z](instal.md) [w](When%20to.md)\n")).Remedies.ToList();

        Assert.Equal(3, messages.Count);
        Assert.StartsWith("Did you mean install.md? ", messages[0], StringComparison.Ordinal);
        Assert.StartsWith("Did you mean install.md? ", messages[1], StringComparison.Ordinal);
        Assert.StartsWith("Did you mean ../When%20to.md? ", messages[2], StringComparison.Ordinal);
    }

    [GeneratedRegex("<a [^>]*?href=\"([^\"#]*)")]
    private static partial Regex Links();

    [GeneratedRegex("<strong>(.*?)</strong>")]
    private static partial Regex Titles();

    [GeneratedRegex("<h2>(?:<a [^>]*>)?([^<]*)<")]
    private static partial Regex Headings();
}
