using System.Text.RegularExpressions;
using Trappa.Commands;

namespace Trappa.Tests.Render;

/// <summary>Cards with too little on them, too much, or too many of them.</summary>
public sealed partial class OddCards : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OddCards()
    {
        Directory.CreateDirectory(_folder["guide/content/steps"]);
        File.WriteAllText(_folder["guide/content/site.yaml"], """
            title: Guide
            language: en
            address: https://example.org/
            sections:
              - {name: needs, heading: Needs, role: need, kind: list, card: 1}

            """);
        File.WriteAllText(_folder["guide/content/index.md"], "# Guide\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_card_without_text_has_its_name_and_an_empty_back()
    {
        Step("name: Alone\nlead: Who.");
        var (code, said) = Build();
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Contains("content/steps/01-a.md:1:1: warning TR369 The card Alone has nothing on its back.", said, StringComparison.Ordinal);
        Assert.Matches(@"<div class=""card c1 r0"" id=""b-1"">\s*</div>", Cards());
    }

    [Fact]
    public void A_card_with_one_field_has_that_one()
    {
        Step("name: One\nlead: Who.\nneeds: [A single need]");
        var (code, said) = Build();
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Single(Regex.Matches(Cards(), "A single need"));
    }

    [Fact]
    public void A_word_of_sixty_letters_is_an_error_that_names_it()
    {
        var word = new string('m', 60);
        Step($"name: Long\nlead: Who.\nneeds: [{word}]");
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Contains($"content/steps/01-a.md:4:8: error TR364 The word \"{word}\" (Long: needs) is wider than a line on the cards (85x54).", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site"]));
    }

    [Fact]
    public void A_name_that_is_too_wide_is_told_where_it_is_said()
    {
        var name = new string('m', 60);
        Step($"name: {name}\nlead: Who.\nneeds: [A]");
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Matches($"content/steps/01-a\\.md:2:7: error TR364 The word .{name}. \\({name}: name\\) is wider than a line on the cards", said);
        Assert.DoesNotContain(":1:1: error", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Thirty_steps_have_blocks_that_can_be_seen()
    {
        for (var number = 1; number <= 30; number++)
        {
            File.WriteAllText(_folder[$"guide/content/steps/{number:D2}-s.md"], $"---\nname: S{number}\nlead: Who.\nslug: s{number}\n---\n");
        }
        var (code, said) = Build();
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Equal(30, Regex.Count(Cards(), "class=\"rise\""));
        Assert.Equal(30 * 30, Block().Count(Rises()));
        Assert.All(Block().Matches(Rises()).SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value }),
            size => Assert.False(size.StartsWith('-') || size == "0", size));
    }

    [Fact]
    public void In_a_preview_what_is_too_much_is_built_in_red_and_told_as_a_warning()
    {
        File.WriteAllText(_folder["guide/content/cards.yaml"], "back:\n  - {section: needs, label: Needs}\n");
        Step($"name: Full\nlead: Who.\nneeds: [{string.Join(", ", Enumerable.Repeat("many words that take a line of the card or so", 30))}]");
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Contains(": error TR363 ", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site"]));

        (code, said) = Build("--preview");
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Contains(": warning TR363 ", said, StringComparison.Ordinal);
        Assert.Contains("<p class=\"b f over\"><b>Needs", Cards(), StringComparison.Ordinal);
        Assert.Contains(".sheet .over{", Cards(), StringComparison.Ordinal);
    }

    // Four lines where two are allowed, on a card that has room for ten.
    [Fact]
    public void A_field_over_its_own_limit_of_lines_is_an_error_and_red_in_a_preview()
    {
        File.WriteAllText(_folder["guide/content/cards.yaml"], "back:\n  - {section: needs, label: Needs, lines: 2, may-drop: 1}\nbooklet: {steps: [{section: needs}]}\n");
        Step($"name: Limited\nlead: Who.\nneeds: [{string.Join(", ", Enumerable.Repeat("many words that take a line of the card or so", 4))}]");
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Contains("content/steps/01-a.md:4:8: error TR365 Limited: needs may have 2 lines on the cards (85x54), but has 2 lines too many", said, StringComparison.Ordinal);
        Assert.DoesNotContain("TR363", said, StringComparison.Ordinal);

        (code, said) = Build("--preview");
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Contains("<p class=\"b f over\"><b>Needs", Cards(), StringComparison.Ordinal);

        File.WriteAllText(_folder["guide/content/cards.yaml"], "back:\n  - {section: needs, label: Needs, lines: 4}\nbooklet: {steps: [{section: needs}]}\n");
        (code, said) = Build();
        Assert.True(code == ExitCodes.Fine, said);
    }

    // Several quotes are one field.
    [Fact]
    public void A_limit_of_lines_holds_for_all_quotes_of_a_field_together()
    {
        File.WriteAllText(_folder["guide/content/site.yaml"], "title: Guide\nlanguage: en\naddress: https://example.org/\nsections:\n  - {name: quote, heading: Say, role: say, kind: quote, card: 1}\n");
        Directory.CreateDirectory(_folder["guide/content/quotes"]);
        foreach (var name in new[] { "one", "two", "three" })
        {
            File.WriteAllText(_folder[$"guide/content/quotes/{name}.md"], $"---\nkind: invitation\n---\nQuote {name}.\n");
        }
        File.WriteAllText(_folder["guide/content/cards.yaml"], "back: [{section: quote, lines: 2}]\nbooklet: {steps: [{section: quote}]}\n");
        Step("name: Quoted\nlead: Who.\nquote: [one, two, three]");
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Contains("TR365 Quoted: quote may have 2 lines on the cards (85x54), but has 1 line too many (characters: 14). This is too much: ““Quote three.””", said, StringComparison.Ordinal);
    }

    // The closing mark is not the writer's to take away.
    [Fact]
    public void What_is_too_much_of_a_quote_is_told_without_its_closing_mark()
    {
        File.WriteAllText(_folder["guide/content/site.yaml"], "title: Guide\nlanguage: en\naddress: https://example.org/\nsections:\n  - {name: quote, heading: Say, role: say, kind: quote, card: 1}\n");
        File.WriteAllText(_folder["guide/content/cards.yaml"], "back: [{section: quote, lines: 2}]\nbooklet: {steps: [{section: quote}]}\n");
        Directory.CreateDirectory(_folder["guide/content/quotes"]);
        File.WriteAllText(_folder["guide/content/quotes/one.md"], $"---\nkind: invitation\n---\n{string.Join(' ', Enumerable.Repeat("mmmmmmmmm", 8))} end.\n");
        Step("name: Quoted\nlead: Who.\nquote: one");
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Matches(@"TR365 .*\(characters: 24\)\. This is too much: “mmmmmmmmm mmmmmmmmm end\.”", said);
    }

    [Fact]
    public void Nothing_is_left_out_that_nobody_said_may_be()
    {
        Step("name: Member\nlead: Who.\nneeds: [A need]");
        File.WriteAllText(_folder["guide/content/resources.yaml"], string.Concat(Enumerable.Range(1, 12).Select(n =>
            $"- {{id: r{n}, title: Resource {n} of a dozen, text: Text., state: missing, search-for: some words to search for that take a line}}\n")));
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Matches(@"content/resources\.yaml:\d+:3: error TR363 The card Guide is too full on its back \(85x54\): Resource \d+ of a dozen has \d lines? too many", said);
        Assert.Contains("content/resources.yaml:12:3: error TR372 Page 8 of the booklet is too full: Resource 12 of a dozen", said, StringComparison.Ordinal);
        Assert.DoesNotContain("TR366", said, StringComparison.Ordinal);

        // In the order of the list, and no more than must.
        File.WriteAllText(_folder["guide/content/cards.yaml"], $"resources-may-drop: [r7, r2, {string.Join(", ", new[] { 12, 11, 10, 9, 8, 6, 5, 4, 3, 1 }.Select(n => $"r{n}"))}]\n");
        (code, said) = Build();
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Matches(@"TR366 Not everything fits on the cards \(85x54, [^)]*\)\. This is left out: Guide: Resource 7 of a dozen; Guide: Resource 2 of a dozen; Guide: Resource 12", said);
        Assert.Matches(@"TR366 Not everything fits in the booklet\. This is left out: Resource 7 of a dozen", said);
        Assert.DoesNotContain("Resource 7 of", Cards(), StringComparison.Ordinal);
        Assert.Contains("Resource 1 of", Cards(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_a_full_card_is_an_error_and_loses_no_field()
    {
        File.WriteAllText(_folder["guide/content/site.yaml"], "title: Guide\nlanguage: en\naddress: https://example.org/\nsections:\n"
            + "  - {name: needs, heading: Needs, role: need, kind: list, card: 1}\n  - {name: next, heading: Next, role: next, kind: text, card: 2}\n");
        Step($"name: Full\nlead: Who.\nneeds: [{string.Join(", ", Enumerable.Repeat("many words that take a line of the card or so", 16))}]\nnext: Ask again.");
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Contains("content/steps/01-a.md:5:7: error TR363 The card Full is too full on its back (85x54): next has 1 line too many (characters: 16). This has no room: “Next: Ask again.”", said, StringComparison.Ordinal);
        Assert.DoesNotContain("TR366", said, StringComparison.Ordinal);
    }

    // 0.3 + 3 × 69.9 is 210.00000000000003 in binary fractions.
    [Fact]
    public void Cards_as_wide_as_their_sheet_fit_it()
    {
        File.WriteAllText(_folder["guide/content/cards.yaml"], "presets:\n  - {name: x, width: 69.9, height: 54, columns: 3, rows: 5, left: 0.3}\n");
        Step("name: Wide\nlead: Who.\nneeds: [A need]");
        var (code, said) = Build();
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Contains(" warning TR361 ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Presets_whose_pages_would_have_one_address_are_told_as_one_name()
    {
        File.WriteAllText(_folder["guide/content/cards.yaml"], "presets:\n  - {name: a.7, width: 74, height: 105, columns: 2, rows: 2}\n"
            + "  - {name: A-7, width: 74, height: 105, columns: 2, rows: 2}\n  - {name: A-7, paper: Letter, width: 74, height: 105, columns: 2, rows: 2}\n");
        Step("name: Two\nlead: Who.\nneeds: [A need]");
        var (code, said) = Build();
        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Contains("content/cards.yaml:3:5: error TR308 The name “A-7” is already used in content/cards.yaml:2.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("TR301", said, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(said, "TR308"));
    }

    // The front page has no path that could be written.
    [Fact]
    public void Pages_that_the_booklet_may_have_are_told_by_their_paths()
    {
        File.WriteAllText(_folder["guide/content/about.md"], "# About\n");
        File.WriteAllText(_folder["guide/content/cards.yaml"], "booklet: {pages: [nowhere/at-all]}\n");
        Step("name: One\nlead: Who.\nneeds: [A need]");
        var (_, said) = Build();
        Assert.Contains("    Known: about. Write the path", said, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_preview_what_has_room_is_as_ever()
    {
        Step("name: Fine\nlead: Who.\nneeds: [A need]");
        Build("--preview");
        var preview = Cards();
        Build();
        Assert.Equal(Cards(), preview);
    }

    private void Step(string fields) => File.WriteAllText(_folder["guide/content/steps/01-a.md"], $"---\n{fields}\n---\n");

    private string Rises() => string.Concat(Regex.Matches(Cards(), "<svg class=\"rise\".*?</svg>").Select(m => m.Value));

    private string Cards() => File.ReadAllText(_folder["site/print/cards/index.html"]);

    // The code is at the end of the line: 22 mm to the left.
    [Fact]
    public void Where_one_reads_from_right_to_left_the_box_for_a_pen_is_beside_the_code_as_well()
    {
        var ran = Terminal.Run("build", Repository.PathOf("tests", "guides", "rtl"), "--out", _folder["site"], "--date", "2024-05-01", "--base-url", "https://example.org/");
        Assert.True(ran.ExitCode == ExitCodes.Fine, ran.Error);
        Assert.Contains("<svg class=\"pen\" viewBox=\"0 0 77 22\" aria-hidden=\"true\"><rect x=\"22.1\" y=\"0.1\" width=\"54.8\"", Cards(), StringComparison.Ordinal);
    }

    private (int Code, string Said) Build(params string[] options)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["build", _folder["guide"], "--out", _folder["site"], "--date", "2024-05-01", .. options],
            new(said, said, Repository.Root, new(2024, 5, 1), IsTerminal: false, Colour: false));
        return (code, said.ToString());
    }

    [GeneratedRegex("<rect[^>]*width=\"([^\"]+)\" height=\"([^\"]+)\"")]
    private static partial Regex Block();
}
