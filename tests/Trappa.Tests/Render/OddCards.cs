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
        Assert.Contains($"TR364 The word \"{word}\" is wider than a line on the cards (85x54).", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site"]));
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
