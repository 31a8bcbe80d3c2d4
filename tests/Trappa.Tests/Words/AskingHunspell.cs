using Trappa.Commands;

namespace Trappa.Tests.Words;

/// <summary>The program for spelling is missing, or behaves as it should not: one line says so, and the rest of the report is there.</summary>
public class AskingHunspell
{
    private const string Banner = "echo '@(#) International Ispell Version 3.2.06'\n";

    [Theory]
    [InlineData("exit 7\n", "hunspell svarade inte som det ska: ?")]
    [InlineData("echo nonsense\n", "hunspell svarade inte som det ska: ?")]
    [InlineData("echo 'cannot go on' >&2; exit 1\n", "hunspell svarade inte som det ska: cannot go on")]
    [InlineData("echo \"Can't open affix or dictionary files for dictionary named sv_SE.\" >&2; exit 1\n", "hunspells ordlista sv_SE hittades inte")]
    [InlineData(Banner + "read word; echo '*'; echo; exit 3\n", "hunspell svarade inte som det ska: ?")]
    [InlineData(Banner + "while read word; do echo 'what is this'; echo; done\n", "hunspell svarade inte som det ska: ?")]
    public void One_that_fails_in_any_way(string script, string reason)
    {
        using var guide = Guide();
        guide.Pretend(script);

        Assert.Equal(
        [
            $"content/ordlista.yaml: varning TR700 Stavningen är inte kontrollerad ({reason}).",
            "content/sida.md:3:5: varning TR720 Guiden undviker ”event”.",
        ], guide.Found());
    }

    [Theory]
    [InlineData("exec sleep 600\n")]
    [InlineData(Banner + "exec sleep 600\n")]
    public void One_that_hangs_is_ended(string script)
    {
        using var guide = Guide();
        guide.Pretend(script);
        guide.Limit = TimeSpan.FromMilliseconds(300);

        Assert.Contains("content/ordlista.yaml: varning TR700 Stavningen är inte kontrollerad (hunspell svarade inte i tid).", guide.Found());
    }

    [Fact]
    public void One_that_is_no_program()
    {
        using var guide = Guide();
        guide.Write("hunspell", "no program");
        guide.Hunspell = Path.Combine(guide.Folder, "hunspell");
        var told = guide.Run("--format", "text");

        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        Assert.Contains("TR700 Stavningen är inte kontrollerad (hunspell svarade inte som det ska: ", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_word_is_asked_once_and_never_as_a_command()
    {
        using var guide = Guide();
        guide.Pretend(Banner + "while read word; do echo \"$word\" >>\"${0%/*}/asked\"; echo '*'; echo; done\n");

        Assert.DoesNotContain(guide.Found(), l => l.Contains("TR70", StringComparison.Ordinal));
        Assert.Equal(["^En", "^Har", "^Här", "^Start", "^en", "^event", "^sida", "^är"], File.ReadAllLines(Path.Combine(guide.Folder, "asked")));
    }

    private static Proofread Guide() => new(("content/sida.md", "# En sida\n\nHar event, en sida.\n"),
        ("content/ordlista.yaml", "undvik:\n  event: evenemang\n"));
}
