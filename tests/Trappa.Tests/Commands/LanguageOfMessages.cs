using System.Text.RegularExpressions;
using Trappa.Commands;
using Trappa.Tests.Editors;

namespace Trappa.Tests.Commands;

/// <summary>Whoever writes in Swedish is spoken to in Swedish, also where the guide cannot say it or there is none.</summary>
public class LanguageOfMessages
{
    [Theory]
    [InlineData("titel: Engagemangstrappan", "titel Engagemangstrappan")]
    [InlineData("titel: Engagemangstrappan", "titel: \"Engagemangstrappan")]
    [InlineData("språk: sv", "språk sv")]
    [InlineData("språk: sv", "språk:sv")]
    [InlineData("språk: sv", "språk: \"sv")]
    [InlineData("språk: sv", "titel: sv")]
    public void A_slip_in_the_settings_is_told_in_the_language_of_the_guide(string words, string wrong)
    {
        using var guide = new CopiedGuide();
        guide.Change("content/site.yaml", words, wrong);

        Assert.All(new[] { "check", "build", "words", "plan", "flow", "schema" }, command =>
            Assert.Matches("^content/site.yaml:\\d+:\\d+: fel TR10\\d ", Terminal.Run(command, guide.Folder).Error));
    }

    [Fact]
    public void A_slip_in_English_settings_is_told_in_English()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content"]);
        File.WriteAllText(folder["content/site.yaml"], "title Guide\ndescription: A guide.\n");

        Assert.StartsWith("content/site.yaml:1:1: error TR101 ", Terminal.Run("check", folder.Path).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv_SE.UTF-8", "content: fel TR009 ")]
    [InlineData("en_GB", "content: error TR009 ")]
    [InlineData("C", "content: error TR009 ")]
    [InlineData("", "content: error TR009 ")]
    public void Where_there_is_no_guide_the_environment_says_the_language(string locale, string told)
    {
        using var folder = new TemporaryFolder();

        Assert.StartsWith(told, Run(folder.Path, locale, "build").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("biuld", "”biuld” är inget som trappa känner till här. Menade du build?")]
    [InlineData("check nej", "Det finns ingen mapp som heter ”nej”.")]
    [InlineData("build --dates", "”--dates” är inget som trappa känner till här. Menade du --date?")]
    [InlineData("build --date 31/5", "”31/5” är inget datum. Skriv det så här: 2025-04-30.")]
    [InlineData("build --date 2024-01-01 --date 2024-01-02", "--date får bara stå en gång.")]
    [InlineData("build --base-url exempel.se", "”exempel.se” är ingen adress. En adress börjar med https:// och har inget ? eller #.")]
    [InlineData("check --format xml", "--format kan inte vara ”xml”. Välj något av det här: text, json, sarif, github.")]
    [InlineData("serve --port", "Efter --port ska det stå ett värde.")]
    [InlineData("serve --port x", "En port är ett tal från 0 till 65535.")]
    [InlineData("edition new maj", "”maj” är ingen månad. Skriv den så här: 2025-04.")]
    [InlineData("edition", "Skriv vad som ska göras: new.")]
    [InlineData("new", "DIR saknas.")]
    [InlineData("new .", "Det ligger redan något i ”.”. Välj en mapp som är tom eller inte finns än.")]
    [InlineData("host iis", "SERVER kan inte vara ”iis”. Välj något av det här: nginx, caddy, apache.")]
    [InlineData("plan --against http://", "”http://” är ingen adress. En adress börjar med https:// och har inget ? eller #.")]
    [InlineData("flow --svg --mermaid", "Välj ett av --svg, --mermaid och --format.")]
    [InlineData("compare --edition a --edition b --edition c", "--edition får stå högst två gånger.")]
    public void What_is_wrong_with_a_command_is_told_in_the_language_of_the_guide_here(string command, string told)
    {
        using var guide = new CopiedGuide();

        Assert.Equal(new Terminal(ExitCodes.WrongUse, "", told + "\nSkriv trappa --help, så står det hur kommandona används.\n"),
            Run(guide.Folder, "en_GB.UTF-8", command.Split(' ')));
    }

    [Fact]
    public void The_guide_that_a_command_names_stands_before_the_environment()
    {
        using var guide = new CopiedGuide();
        using var elsewhere = new TemporaryFolder();

        Assert.StartsWith("”nej” är inget datum.", Run(elsewhere.Path, "en_GB.UTF-8", "build", guide.Folder, "--date", "nej").Error, StringComparison.Ordinal);
        Assert.StartsWith("“nej” is not a date.", Run(elsewhere.Path, "en_GB.UTF-8", "build", "--date", "nej").Error, StringComparison.Ordinal);
        Assert.StartsWith("”nej” är inget datum.", Run(elsewhere.Path, "sv_SE.UTF-8", "build", "--date", "nej").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "ny: en guide. Läs ny/content/README.md, och se den med: trappa serve ny\n")]
    [InlineData("en", "ny: a guide. Read ny/content/README.md, and see it with: trappa serve ny\n")]
    public void A_new_guide_is_presented_in_its_own_language(string language, string told)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(told, Run(folder.Path, "", "new", "ny", "--language", language).Error);
    }

    [Fact]
    public void A_fault_of_the_program_is_told_as_its_own_and_where_it_is_goes_into_a_file()
    {
        using var guide = new CopiedGuide();

        var told = Run(guide.Folder, "", ["build"], () => throw new InvalidOperationException("no browser was looked for"));

        Assert.Equal(ExitCodes.OwnFault, told.ExitCode);
        var file = Regex.Match(told.Error, "^Det här är ett fel i Trappa, inte i det du har skrivit\\. .* Skicka filen (\\S+) till .*\n$").Groups[1].Value;
        Assert.StartsWith("System.InvalidOperationException: no browser was looked for\n", File.ReadAllText(file), StringComparison.Ordinal);
        File.Delete(file);
    }

    private static Terminal Run(string folder, string locale, params string[] args) => Run(folder, locale, args, null);

    private static Terminal Run(string folder, string locale, string[] args, Func<string?>? findBrowser)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(args, new(output, error, folder, new(2024, 5, 1), IsTerminal: false, Colour: false) { Locale = locale, FindBrowser = findBrowser });
        return new(code, output.ToString(), error.ToString());
    }
}
