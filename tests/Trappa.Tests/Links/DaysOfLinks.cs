using Trappa.Commands;

namespace Trappa.Tests.Links;

/// <summary>What is kept from one day to the next.</summary>
public class DaysOfLinks
{
    [Fact]
    public async Task One_bad_day_is_no_error_and_three_are()
    {
        using var guide = new CheckedLinks("http://a.example/x");
        var status = 404;
        await using var server = OutsideServer.Saying(r => OutsideServer.Answer(r.Path == "/robots.txt" ? 404 : status));
        Assert.Equal(ExitCodes.Fine, guide.Check(server, "2024-05-01").ExitCode);
        // As often as one likes on one day.
        Assert.Equal(ExitCodes.Fine, guide.Check(server, "2024-05-01").ExitCode);
        Assert.Equal(ExitCodes.Fine, guide.Check(server, "2024-05-01").ExitCode);
        Assert.Contains("dag 2 av 3", guide.Check(server, "2024-05-04").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.ContentErrors, guide.Check(server, "2024-05-09").ExitCode);
        Assert.Equal(ExitCodes.ContentErrors, guide.Check(server, "2024-06-09").ExitCode);
        Assert.Equal("""
            {
              "format": 1,
              "addresses": [
                {
                  "address": "http://a.example/x",
                  "failed": [
                    "2024-05-01",
                    "2024-05-04",
                    "2024-06-09"
                  ]
                }
              ]
            }

            """, guide[".trappa/links.json"]);

        status = 200;
        Assert.Equal(ExitCodes.Fine, guide.Check(server, "2024-06-10").ExitCode);
        status = 500;
        Assert.Contains("dag 1 av 3", guide.Check(server, "2024-06-11").Output, StringComparison.Ordinal);
        Assert.Contains("\"worked\": \"2024-06-10\"", guide[".trappa/links.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_that_works_can_be_said_to_be_checked_and_the_content_is_left_alone()
    {
        using var guide = new CheckedLinks("http://a.example/x");
        var before = guide["content/resurser.yaml"];
        await using var server = OutsideServer.Saying(_ => OutsideServer.Answer(200));
        Assert.Equal("""
            content/resurser.yaml:4:11: http://a.example/x fungerar. Du kan skriva kontrollerad: 2024-05-01
            Adresser: 1. Fungerar: 1. Har flyttat: 0. Fungerar inte: 0. Gick inte att kontrollera: 0.

            """, guide.Check(server).Output);
        Assert.Equal(before, guide["content/resurser.yaml"]);
        guide["content/resurser.yaml"] = before + "  kontrollerad: 2024-05-01\n";
        Assert.DoesNotContain("kontrollerad:", guide.Check(server).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_network_nothing_is_noted()
    {
        using var guide = new CheckedLinks("http://a.invalid/", "http://b.closed/");
        await using var server = OutsideServer.Saying(_ => OutsideServer.Answer(200));
        Assert.Contains("TR314", guide.Check(server).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(guide.Folder, ".trappa")));
    }

    [Fact]
    public async Task The_file_may_be_another_and_keeps_nothing_that_the_content_does_not_name()
    {
        using var guide = new CheckedLinks("http://a.example/x");
        await using var server = OutsideServer.Saying(_ => OutsideServer.Answer(200));
        guide["länkar.json"] = """{"format": 1, "addresses": [{"address": "http://borta.example/", "worked": "2024-01-01"}]}""";
        guide.Check(server, "2024-05-01", "--state", "länkar.json");
        Assert.Contains("a.example", guide["länkar.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("borta", guide["länkar.json"], StringComparison.Ordinal);
        Assert.Equal(["content", "länkar.json"], Directory.GetFileSystemEntries(guide.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_the_content_is_told_first_and_nobody_is_asked()
    {
        using var guide = new CheckedLinks("http://a.example/x");
        guide["content/index.md"] = "# Start\n\n[Vem](steg:ingen)\n";
        await using var server = OutsideServer.Saying(_ => OutsideServer.Answer(200));
        var told = guide.Check(server);
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("TR201", told.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Addresses_in_html_are_found_where_html_is_let_through()
    {
        using var guide = new CheckedLinks();
        File.Delete(Path.Combine(guide.Folder, "content/resurser.yaml"));
        guide["content/site.yaml"] += "html: ja\n";
        guide["content/index.md"] = "# Start\n\n<p>Se <a href=\"http://a.example/x\">kartan över byn</a>.</p>\n";
        await using var server = OutsideServer.Saying(_ => OutsideServer.Answer(404));
        Assert.Contains("content/index.md:3:16: varning TR311", guide.Check(server).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_without_outside_addresses_says_so()
    {
        using var guide = new CheckedLinks();
        File.Delete(Path.Combine(guide.Folder, "content/resurser.yaml"));
        await using var server = OutsideServer.Saying(_ => OutsideServer.Answer(200));
        var told = guide.Check(server);
        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        Assert.StartsWith("Adresser: 0.", told.Output, StringComparison.Ordinal);
    }
}
