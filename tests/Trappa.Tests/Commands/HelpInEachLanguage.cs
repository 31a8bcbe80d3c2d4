using Trappa.Commands;

namespace Trappa.Tests.Commands;

/// <summary><c>--help</c> is in the language of the guide or the environment, and has a word for everything.</summary>
public class HelpInEachLanguage
{
    private static readonly string[] Commands =
        ["", "build", "check", "flow", "serve", "new", "plan", "host", "edition", "edition new", "compare", "links", "messages", "words", "schema"];

    public static TheoryData<string, string> All => [.. from locale in new[] { "sv_SE", "en_GB" } from command in Commands select (locale, command)];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_line_has_words(string locale, string command)
    {
        var help = Of(locale, command);

        Assert.Contains(locale == "sv_SE" ? "\nSå här:\n  trappa" : "\nLike this:\n  trappa", help, StringComparison.Ordinal);
        Assert.All(help.Split('\n').Where(l => l.StartsWith("  -", StringComparison.Ordinal) || l.StartsWith("  [", StringComparison.Ordinal)), line => Assert.Matches("^  \\S.*  \\S", line));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Each_word_is_shown(string language)
    {
        var all = string.Concat(Commands.Select(c => Of(language, c)));

        Assert.Equal([], Languages.Strings.Texts(language, "help.").Where(t => !all.Contains(t.Replace("\n", "\n  ", StringComparison.Ordinal), StringComparison.Ordinal)));
    }

    [Fact]
    public void It_says_all_of_a_command() => Assert.Equal(
        """
        Sparar guiden som den är, skriver den nya utgåvan i site.yaml och räknar upp det som har ett datum.

        Så här:
          trappa edition new MONTH [DIR] [--…]

        Till exempel:
          trappa edition new 2025-04

        Det som kan följa efter:
          MONTH              Den nya utgåvans månad, så här: 2025-04.
          [DIR]              Guidens mapp, den som har content i sig. Utan den gäller mappen du står i.
          --date YYYY-MM-DD  Dagen som det med datum bedöms efter, så här: 2025-04-30. Utan den gäller i dag.
          --name NAME        Den nya utgåvans namn. Utan det blir det månaden i ord.

        """, Of("sv", "edition new"));

    [Fact]
    public void It_says_what_a_value_may_be()
    {
        Assert.Contains("\n  --format github|json|sarif|text  ", Of("sv", "check"), StringComparison.Ordinal);
        Assert.Contains("\n  trappa host apache|caddy|nginx [DIR] [--…]\n", Of("en", "host"), StringComparison.Ordinal);
        Assert.Contains("\n  -h, --help  ", Of("en", ""), StringComparison.Ordinal);
    }

    private static string Of(string locale, string command)
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"],
            new(output, error, folder.Path, new(2024, 5, 1), IsTerminal: false, Colour: false) { Locale = locale });
        Assert.Equal((ExitCodes.Fine, ""), (code, error.ToString()));
        return output.ToString();
    }
}
