using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Trappa.BrowserTests.Browser;
using Trappa.Render.Print;

namespace Trappa.BrowserTests.Print;

/// <summary>Text is measured at build time without a browser; the browser breaks it into the same lines.</summary>
public sealed class MeasuredLines(World world)
{
    private const int Texts = 2000;

    private static readonly ImmutableArray<string> Words =
    [
        "och", "att", "i", "på", "hen", "får", "veta", "vad", "man", "kan", "göra", "känna", "sig", "viktig", "röstar",
        "Åsa", "Örebro", "älskar", "öppen", "Vänsterpartiet", "medlem", "aktiviteter", "nyhetsbrev", "supporter\u00ADappen",
        "engagemangs\u00ADtrappan", "ring\u00ADledar\u00ADutbildningar", "verksamhets\u00ADberättelse", "organiserings\u00ADarbete",
        "relationell", "ledare/företrädare", "och/eller", "A–Ö", "EU-frågor", "S-märkt", "3–5", "2024-04-30", "10\u00A0%",
        "kl.\u00A018.30", "1,5", "10\u00A0000", "”Tack", "kommer!”", "”ja”", "(kanske)", "(t.ex.", "Kul!", "Va?", "så:", "igen;",
        "nu…", "–", "—", "·", "•", "&", "§\u00A04", "50-tal", "x/y/z", "vansterpartiet.se/resursbank", "+46", "’s", "it's",
        "jätte\u00ADlånga\u00ADsamman\u00ADsättningar\u00ADmed\u00ADmånga\u00ADdelar", "IKT", "ABF", "W", "mmmmm", "llllll", "ÅÄÖ",
    ];

    private static readonly ImmutableArray<double> Widths = [77, 82, 80.9, 77.6, 66, 58.3, 40.25, 31];
    private static readonly ImmutableArray<double> Sizes = [7.5, 8, 9, 9.5, 14];

    [Fact]
    public async Task The_browser_breaks_2000_random_texts_into_as_many_lines_as_were_measured()
    {
        var chance = new Random(2024);
        var texts = Enumerable.Range(0, Texts).Select(_ => Random(chance)).ToList();
        var measure = new TextMeasure(FontWidths.Read(), LineBreaks.Read());
        var measured = texts.Select(t => measure.Lines(t.Runs, t.Size, t.Width).Lines).ToList();

        await using var window = await world.OpenAsync(1280, 800);
        var page = await window.NewPageAsync();
        await page.SetContentAsync(Page(texts));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var rendered = await page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('p')].map(p => Math.round(p.getBoundingClientRect().height / 20))");

        Assert.Equal(Texts, rendered.Length);
        var differing = texts.Select((t, i) => rendered[i] == measured[i] ? null
            : string.Create(CultureInfo.InvariantCulture, $"{measured[i]} measured, {rendered[i]} rendered, {t.Size} pt in {t.Width} mm: {Html(t)}"))
            .OfType<string>().ToList();
        Faults.None(differing);
    }

    private static string Page(List<Text> texts)
    {
        var page = new StringBuilder($"<!DOCTYPE html><meta charset=utf-8><style>p{{{PrintType.Css};margin:0;line-height:20px}}");
        foreach (var width in Widths)
        {
            page.Append(CultureInfo.InvariantCulture, $".w{Widths.IndexOf(width)}{{width:{width}mm}}");
        }
        foreach (var size in Sizes)
        {
            page.Append(CultureInfo.InvariantCulture, $".s{Sizes.IndexOf(size)}{{font-size:{TextMeasure.Css(size)}}}");
        }
        page.Append("</style><body>");
        foreach (var text in texts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class='w{Widths.IndexOf(text.Width)} s{Sizes.IndexOf(text.Size)}'>{Html(text)}</p>");
        }
        return page.ToString();
    }

    private static string Html(Text text) => string.Concat(text.Runs.Select(r =>
        r.IsBold ? $"<b>{WebUtility.HtmlEncode(r.Text)}</b>" : WebUtility.HtmlEncode(r.Text)));

    private static Text Random(Random chance)
    {
        var words = string.Join(' ', Enumerable.Range(0, chance.Next(1, 45)).Select(_ => Words[chance.Next(Words.Length)]));
        var label = chance.Next(3) == 0 ? Words[chance.Next(20)] : "";
        return new(label.Length == 0 ? [new(words, chance.Next(4) == 0)] : [new(label, true), new(" " + words, false)],
            Widths[chance.Next(Widths.Length)], Sizes[chance.Next(Sizes.Length)]);
    }

    private sealed record Text(ImmutableArray<TextRun> Runs, double Width, double Size);
}
