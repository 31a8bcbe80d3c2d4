using System.Text.RegularExpressions;
using Trappa.Diagnostics.Printers;
using Trappa.Tests.Languages;
using Trappa.Tests.Write;
using Trappa.Write;

namespace Trappa.Tests.Check;

/// <summary>What <c>trappa build</c> says of a folder that it may or can not write, word by word.</summary>
public sealed partial class RefusedOutputs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RefusedOutputs()
    {
        Directory.CreateDirectory(_folder["guide/content"]);
        File.WriteAllText(_folder["guide/content/site.yaml"], "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\n");
        File.WriteAllText(_folder["guide/content/index.md"], "# Start\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_guide_itself() => Expect("guide", """
        guide: fel TR501 Mappen för den färdiga webbplatsen, guide, är eller innehåller guide, som bygget läser.
            Välj en egen mapp för den färdiga webbplatsen, till exempel --out _site.

        """);

    [Fact]
    public void A_folder_in_the_content() => Expect("guide/content/ut", """
        guide/content/ut: fel TR502 Mappen för den färdiga webbplatsen, guide/content/ut, ligger i content, som bygget läser.
            Välj en mapp utanför content, till exempel --out _site.

        """);

    [Fact]
    public void A_file()
    {
        File.WriteAllText(_folder["fil"], "");

        Expect("fil", """
            fil: fel TR503 fil är en fil och kan inte bli mapp för den färdiga webbplatsen.
                Flytta filen, eller välj en annan mapp med --out.

            """);
    }

    [Fact]
    public void A_symbolic_link()
    {
        Directory.CreateDirectory(_folder["mapp"]);
        Directory.CreateSymbolicLink(_folder["länk"], _folder["mapp"]);

        Expect("länk", """
            länk: fel TR504 länk är en symbolisk länk till mapp och ersätts inte.
                Ange mappen själv: --out mapp

            """);
    }

    [Fact]
    public void A_folder_with_something_in_it()
    {
        Directory.CreateDirectory(_folder["album"]);
        File.WriteAllText(_folder["album/bild.jpg"], "");

        Expect("album", """
            album: fel TR505 I album finns bild.jpg, som inget bygge har lagt dit. Mappen rörs inte, så att inget går förlorat.
                Flytta det som ska vara kvar, eller välj en annan mapp med --out.

            """);
    }

    [Fact]
    public void A_folder_that_another_build_writes()
    {
        using var other = BuildLock.TryTake(_folder[".site.trappa-lock"]);

        var told = SiteWriter.Write(Sites.Edition("new"), _folder["site"],
            WriteOptions.Default with { Patience = TimeSpan.FromMilliseconds(50) });

        Assert.Equal("""
            site: fel TR506 Ett annat bygge skriver till site just nu.
                Vänta tills det är klart och bygg igen.

            """, Here(TextPrinter.Print(told, Strings.Read("sv"))));
    }

    [Fact]
    public void A_full_disk()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a file system of limited size, made without asking");
        string[] shell = ["sh", "-c", $"mkdir {_folder["disk"]} && mount -t tmpfs -o size=16k none {_folder["disk"]} && \"$@\"", "sh"];

        Assert.Equal("""
            disk/site: fel TR507 Disken är full: hela webbplatsen fick inte plats. disk/site är som den var. (No space left on device : …)
                Frigör utrymme och bygg igen.

            """, Part("build", "disk/site", [.. Refusals.Space, .. shell]));
    }

    [Fact]
    public void A_folder_that_may_not_be_written()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("permissions are POSIX's here");
            return;
        }
        Directory.CreateDirectory(_folder["låst"]);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(_folder["låst"], (UnixFileMode)0b101_101_101);

        // Root may write anywhere: another user tries, who rehearses as root.
        var told = Environment.IsPrivilegedProcess ? Part("build as nobody", "låst/site") : Build("låst/site");

        File.SetUnixFileMode(_folder["låst"], (UnixFileMode)0b111_101_101);
        Assert.EndsWith("""
            låst/site: fel TR508 låst/site får inte skrivas, och är som den var. (Access to the path … is denied)
                Ge dig själv rätt att skriva i mappen som låst/site ligger i, eller välj en annan med --out.

            """, told, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_longer_than_the_file_system_takes()
    {
        File.WriteAllText(_folder["guide/content/lång.md"], $"---\nslug: {new string('x', 300)}\n---\n# Lång\n");

        Expect("site", """
            site: fel TR509 En sökväg under site blir längre än filsystemet tillåter. site är som den var. (The path … is too long, or a component of the specified path is too long)
                Korta sidans adress (slug), eller välj en mapp närmare roten med --out.

            """);
    }

    [Fact]
    public void A_folder_below_a_file()
    {
        File.WriteAllText(_folder["fil"], "");

        Expect("fil/site", """
            fil/site: fel TR510 fil/site gick inte att skriva, och är som den var. (The file … already exists)
                Se vad systemet säger inom parentes, eller välj en annan mapp med --out.

            """);
    }

    private void Expect(string output, string told)
    {
        Assert.Equal(told, Build(output));
        Assert.False(Directory.Exists(_folder["site"]));
    }

    private string Build(string output)
    {
        var ran = Terminal.Run("build", _folder["guide"], "--out", _folder[output], "--date", "2024-05-01");
        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        return Here(ran.Error);
    }

    private string Part(string part, string output, params string[] by)
    {
        using var child = Child.Start($"{part}|{_folder["guide"]}|{_folder[output]}", by);
        var told = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return Here(told);
    }

    // Paths that the system quotes are those of the hidden folder in which the site is made.
    private string Here(string told) => Quoted().Replace(told, "…").Replace(_folder.Path + "/", "", StringComparison.Ordinal);

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
