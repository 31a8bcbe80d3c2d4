using System.Globalization;

namespace Trappa.Tests.Render.Search;

/// <summary>The register of a large guide is still a page that a phone shows.</summary>
public class LargeRegister
{
    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void With_thousands_of_names_it_has_those_of_pages_and_not_of_their_parts(int pages, bool hasParts)
    {
        var headings = string.Concat(Enumerable.Range(0, 80).Select(i => string.Create(CultureInfo.InvariantCulture, $"## Part {i}\n\nWords.\n\n")));
        var register = BuiltGuide.Of([
            ("content/index.md", "# Guide\n"),
            .. Enumerable.Range(0, pages).Select(i => ($"content/pages/{i}.md", string.Create(CultureInfo.InvariantCulture, $"# Page {i}\n\n{headings}"))),
        ]).Main("search/index.html");

        Assert.Contains("<a href=\"../pages/7/\">Page 7</a></li>", register, StringComparison.Ordinal);
        Assert.Equal(hasParts, register.Contains("<a href=\"../pages/7/#part-3\">Part 3</a> <span class=\"kicker\">Page 7</span>", StringComparison.Ordinal));
    }
}
