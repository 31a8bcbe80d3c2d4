using AngleSharp.Html.Parser;
using Trappa.Commands;
using Trappa.Diagnostics;
using Trappa.Tests.Languages;

namespace Trappa.Tests.Editors;

/// <summary>A page lists all messages, for whoever has the program alone.</summary>
public class AllMessages
{
    [Fact]
    public void Each_has_what_is_wrong_what_to_do_and_an_example_of_it_wrong_and_right()
    {
        using var guide = new CopiedGuide();
        var page = Path.Combine(guide.Folder, "meddelanden.html");
        var told = Terminal.Run("messages", guide.Folder, "--out", page);
        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        Assert.Equal($"Öppna {page} i en webbläsare.\n", told.Error);

        var html = File.ReadAllText(page);
        using var document = new HtmlParser().ParseDocument(html);
        Assert.Equal("sv", document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Codes.All.Select(c => c.Id), document.QuerySelectorAll("h3").Select(h => h.Id));
        var swedish = Strings.Read("sv");
        foreach (var code in Codes.All)
        {
            var section = document.GetElementById(code.Id)!.ParentElement!;
            Assert.Equal([swedish.Example(code.Id), swedish.Right(code.Id)], section.QuerySelectorAll("pre").Select(p => p.TextContent));
            Assert.NotEqual("", section.QuerySelector("h3 + p")!.TextContent);
        }
        // No name of a placeholder, nothing from elsewhere.
        Assert.DoesNotContain("{suggestion}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{name}", html, StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("[src], link, script"));
    }

    [Fact]
    public void It_is_in_the_language_of_the_guide()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content"]);
        File.WriteAllText(folder["content/index.md"], "# Hello\n");
        Terminal.Run("messages", folder.Path, "--out", folder["all.html"]);
        Assert.Contains("<h1>All messages</h1>", File.ReadAllText(folder["all.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_it_cannot_be_written_it_says_so()
    {
        using var guide = new CopiedGuide();
        var told = Terminal.Run("messages", guide.Folder, "--out", Path.Combine(guide.Folder, "content/om.md/x.html"));
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("kunde inte skrivas", told.Error, StringComparison.Ordinal);
    }
}
