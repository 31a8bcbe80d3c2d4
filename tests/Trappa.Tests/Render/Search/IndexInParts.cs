using System.Text.Json;

namespace Trappa.Tests.Render.Search;

/// <summary>The index of a large guide: what each key leads to, and how passages are shown.</summary>
public sealed class IndexInParts
{
    // 1,200 pages with the same word; every twelfth has it in its title as well.
    private static readonly BuiltGuide Guide = BuiltGuide.Of([
        ("content/index.md", "# Guide\n"),
        .. Enumerable.Range(0, 1200).Select(i => ($"content/p{i:0000}.md",
            $"# {(i % 12 == 0 ? "Lantern" : "Lamp")} {i}\n\n{string.Concat(Enumerable.Repeat("Where the lantern stood there was light. ", 6))}\n\n## Übermut Nr {i}\n\nOnly a few words.\n")),
    ]);

    [Fact]
    public void Of_a_word_that_stands_nearly_everywhere_the_thousand_best_places_are_kept_the_heaviest_first()
    {
        var key = Parts("w").SelectMany(p => p.RootElement.EnumerateObject()).Single(k => k.Name == "lantern").Value;
        var groups = key.EnumerateArray().Skip(1).Select(g => g.EnumerateArray().Select(n => n.GetInt32()).ToArray()).ToList();

        Assert.Equal(1000, groups.Sum(g => g.Length - 1));
        Assert.Equal(groups.Select(g => g[0]).OrderDescending(), groups.Select(g => g[0]));
        Assert.All(groups, g => Assert.All(g[2..], distance => Assert.True(distance > 0)));
        // Pages whose title has it stand before those that have it in their text alone.
        var titled = Passages().Index().Where(p => p.Item.Heading.Length == 0 && p.Item.Page.StartsWith("Lantern", StringComparison.Ordinal)).Select(p => p.Index).ToList();
        Assert.Equal(100, titled.Count);
        Assert.Equal(titled, Places(groups[0]));
    }

    [Fact]
    public void A_passage_is_shown_with_whole_words_and_a_sign_that_there_are_more()
    {
        var texts = Passages().Where(p => p.Heading.Length == 0 && p.Page.StartsWith("La", StringComparison.Ordinal)).Select(p => p.Text).ToList();
        Assert.Equal(1200, texts.Count);
        Assert.All(texts, text =>
        {
            Assert.EndsWith(" …", text, StringComparison.Ordinal);
            Assert.StartsWith(text[..^2] + " ", string.Concat(Enumerable.Repeat("Where the lantern stood there was light. ", 6)), StringComparison.Ordinal);
        });
        Assert.All(OfParts(), p => Assert.Equal("Only a few words.", p.Text));
    }

    [Fact]
    public void The_address_of_a_part_is_left_out_where_it_is_its_headings_words() =>
        Assert.Equal(Enumerable.Repeat(JsonValueKind.Number, 1200), OfParts().Select(p => p.Fragment));

    private static List<(string Page, string Heading, string Text, JsonValueKind Fragment)> OfParts() =>
        [.. Passages().Where(p => p.Heading.StartsWith("Übermut", StringComparison.Ordinal))];

    private static IEnumerable<int> Places(int[] group)
    {
        var at = 0;
        foreach (var distance in group.Skip(1))
        {
            yield return at += distance;
        }
    }

    private static IEnumerable<JsonDocument> Parts(string kind) => Guide.Files
        .Where(f => f.StartsWith("assets/search/" + kind, StringComparison.Ordinal))
        .OrderBy(f => int.Parse(f["assets/search/w".Length..f.IndexOf('.', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture))
        .Select(f => JsonDocument.Parse(Guide[f]));

    private static IEnumerable<(string Page, string Heading, string Text, JsonValueKind Fragment)> Passages() =>
        from part in Parts("p")
        let pages = part.RootElement.GetProperty("p").EnumerateArray().Select(p => p[1].GetString()!).ToList()
        from passage in part.RootElement.GetProperty("x").EnumerateArray()
        select (pages[passage[0].GetInt32()], passage[3].GetString()!, passage[4].GetString()!, passage[2].ValueKind);
}
