using System.Text.RegularExpressions;
using Trappa.Commands;

namespace Trappa.Tests.Editors;

/// <summary>E15: another organisation wants the same, and has a whole guide with one command.</summary>
public partial class AGuideOfOnesOwn
{
    [Theory]
    [InlineData("sv", "steg/nyfiken", "vilket-steg", "sag-sa-har", "Nyfiken")]
    [InlineData("en", "steps/curious", "which-step", "what-to-say", "Curious")]
    public void A_new_guide_builds_and_lacks_nothing_but_its_address(string language, string step, string flow, string quotes, string name)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCodes.Fine, Terminal.Run("new", folder["mine"], "--language", language).ExitCode);
        var built = Terminal.Run("build", folder["mine"]);
        Assert.Equal(ExitCodes.Fine, built.ExitCode);
        Assert.Equal(["TR304"], CodeIn().Matches(built.Error).Select(m => m.Value));
        Assert.Contains(name, File.ReadAllText(folder[$"mine/_site/{step}/index.html"]), StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder[$"mine/_site/{flow}"]));
        Assert.True(Directory.Exists(folder[$"mine/_site/{quotes}"]));
        Assert.Equal(3, Directory.GetDirectories(folder[$"mine/_site/{step.Split('/')[0]}"]).Length);
        Assert.DoesNotContain("{month}", File.ReadAllText(folder["mine/content/site.yaml"]), StringComparison.Ordinal);

        // What commands make is not kept with what is written.
        Assert.Equal("/_site/\n/_schema/\n/*.html\n", File.ReadAllText(folder["mine/.gitignore"]));

        // With an address of its own there is nothing left to say.
        File.AppendAllText(folder["mine/content/site.yaml"], language == "sv" ? "\nadress: https://exempel.se/\n" : "\naddress: https://example.org/\n");
        Assert.Equal("", Terminal.Run("check", folder["mine"]).Error);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Its_files_say_how_to_go_on_and_the_first_thing_they_propose_is_told_right(string language)
    {
        using var folder = new TemporaryFolder();
        Terminal.Run("new", folder["mine"], "--language", language);
        var (from, to, number) = language == "sv" ? ("steg/03-vard.md", "steg/04-ny.md", "ordning: ") : ("steps/03-host.md", "steps/04-new.md", "order: ");
        File.WriteAllText(folder["mine/content/" + to], File.ReadAllText(folder["mine/content/" + from])
            .Replace(number + "3", number + "4", StringComparison.Ordinal)
            .Replace("Värd", "Ny", StringComparison.Ordinal).Replace("Host", "New", StringComparison.Ordinal));
        // README.md says: no question leads there.
        Assert.Contains("TR338", Terminal.Run("check", folder["mine"]).Error, StringComparison.Ordinal);
        var readme = File.ReadAllText(folder["mine/content/README.md"]);
        Assert.Contains("trappa serve", readme, StringComparison.Ordinal);

        // Each YAML file that the new guide has, and the schema that the file is told to name.
        Assert.Equal(ExitCodes.Fine, Terminal.Run("schema", folder["mine"]).ExitCode);
        Assert.Contains("# yaml-language-server: $schema=../_schema/site.json", readme, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(folder["mine/content"], "*.yaml").Select(Path.GetFileNameWithoutExtension))
        {
            Assert.True(readme.Contains($"`{file}`", StringComparison.Ordinal) || file == "site", file);
            Assert.True(File.Exists(folder[$"mine/_schema/{file}.json"]), file);
        }
    }

    [Fact]
    public void A_folder_with_a_space_in_its_name_is_told_as_it_has_to_be_typed()
    {
        using var folder = new TemporaryFolder();
        var told = Terminal.Run("new", folder["min guide"], "--language", "sv");
        Assert.Contains($"trappa serve \"{folder["min guide"]}\"", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.txt"], "mine");
        Assert.Equal(ExitCodes.WrongUse, Terminal.Run("new", folder.Path).ExitCode);
        Assert.Equal(ExitCodes.WrongUse, Terminal.Run("new", folder["mine.txt"]).ExitCode);
        Assert.Equal(ExitCodes.WrongUse, Terminal.Run("new", folder["other"], "--language", "xx").ExitCode);
        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.Contains("redan något", Terminal.Run("new", folder.Path).Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\bTR\d\d\d\b")]
    private static partial Regex CodeIn();
}
