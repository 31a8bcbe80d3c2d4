using System.Text.Json;
using Trappa.Commands;

namespace Trappa.Tests.Editors;

/// <summary>E16: what will change is listed before it is published.</summary>
public class WhatPublishingChanges
{
    private const string Thanks = "content/grunder/02-tacka.md";

    [Fact]
    public void Nothing_changes_where_nothing_was_changed()
    {
        using var guide = new CopiedGuide();
        guide.Build();
        Assert.Equal("Inget ändras.\n", Plan(guide).Output);
        // As .ci/publish leaves the site on its branch.
        guide.Write("_site/.nojekyll", "");
        Assert.Equal("Inget ändras.\n", Plan(guide).Output);
    }

    [Fact]
    public void Words_pages_and_redirects_are_listed()
    {
        using var guide = new CopiedGuide();
        guide.Change(Thanks, "\n---\n", "\n---\n\nTack för att du kom i onsdags.\n");
        guide.Build();
        guide.Change(Thanks, "kom i onsdags", "var med i torsdags");
        guide.Write("content/grunder/20-ny.md", "---\ntitel: Ny sida\n---\n\nNytt.\n");
        guide.Change("content/grunder/03-vi-ar-olika.md", "---\n", "---\nalias: [grunder/vi-ar-olika]\n");
        guide.Move("content/grunder/03-vi-ar-olika.md", "content/grunder/03-alla-ar-olika.md");
        guide.Change("content/kort.yaml", "grunder/vi-ar-olika", "grunder/alla-ar-olika");
        foreach (var file in Directory.GetFiles(Path.Combine(guide.Folder, "content"), "*.md", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("sida:grunder/vi-ar-olika", "sida:grunder/alla-ar-olika", StringComparison.Ordinal));
        }
        var text = Plan(guide).Output;
        Assert.Contains("Nya sidor (2)\n  /grunder/alla-ar-olika/\n  /grunder/ny/\n", text, StringComparison.Ordinal);
        Assert.Contains("Sidor som försvinner (1)\n  /grunder/vi-ar-olika/\n", text, StringComparison.Ordinal);
        Assert.Contains("[-kom-] {+var med+} i", text, StringComparison.Ordinal);
        Assert.Contains("[-onsdags.-] {+torsdags.+}", text, StringComparison.Ordinal);
        Assert.Contains("/grunder/vi-ar-olika /grunder/alla-ar-olika/ 301!", text, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(Plan(guide, "json").Output);
        Assert.Equal(["/grunder/alla-ar-olika/", "/grunder/ny/"], json.RootElement.GetProperty("new").EnumerateArray().Select(e => e.GetString()));
        Assert.Empty(json.RootElement.GetProperty("lost").EnumerateArray());
        Assert.Contains("<ins>torsdags.</ins>", Plan(guide, "markdown").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_change_on_many_pages_is_told_once_under_all_of_them()
    {
        using var guide = new CopiedGuide();
        guide.Build();
        guide.Change("content/citat/picknick.md", "Kom och", "Följ med och");

        var text = Plan(guide).Output;

        Assert.Contains("  /skriv-ut/kort/3-5x2in-letter-1/\n  /skriv-ut/kort/85x54-a4-1/\n", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), l => l.Contains("Instagram, men inte partiet [-”Kom-] {+”Följ med+}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_goes_without_a_redirect_is_told_of()
    {
        using var guide = new CopiedGuide();
        guide.Write("content/grunder/20-kort.md", "---\ntitel: Kortlivad\n---\n\nText.\n");
        guide.Build();
        guide.Delete("content/grunder/20-kort.md");
        Assert.Contains("/grunder/kort/ – ingen omdirigering", Plan(guide).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_nothing_to_compare_with_or_the_content_is_wrong_it_says_so()
    {
        using var guide = new CopiedGuide();
        var none = Plan(guide);
        Assert.Equal(ExitCodes.ContentErrors, none.ExitCode);
        Assert.Contains("--against", none.Error, StringComparison.Ordinal);
        guide.Build();
        guide.Change(Thanks, "\n---\n", "\n---\n\n[Vem](steg:ingen)\n");
        var wrong = Plan(guide);
        Assert.Equal(ExitCodes.ContentErrors, wrong.ExitCode);
        Assert.Equal("", wrong.Output);
        Assert.Contains("TR201", wrong.Error, StringComparison.Ordinal);
        // The summary of a proposal stands by itself.
        Assert.Equal("Inget publiceras: innehållet har fel. Felen står vid raderna de gäller.\n", Plan(guide, "markdown").Output);
    }

    private static Terminal Plan(CopiedGuide guide, string format = "text") =>
        Terminal.Run("plan", guide.Folder, "--date", "2024-04-30", "--base-url", "https://example.org/", "--format", format);
}
