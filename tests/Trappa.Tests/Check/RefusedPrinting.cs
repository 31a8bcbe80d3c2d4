using Trappa.Commands;
using Trappa.Tests.Write;

namespace Trappa.Tests.Check;

/// <summary>What <c>trappa build</c> says and does where there is no browser to make PDFs with, or none that can.</summary>
public sealed class RefusedPrinting : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RefusedPrinting()
    {
        Directory.CreateDirectory(_folder["guide/content/steg"]);
        File.WriteAllText(_folder["guide/content/site.yaml"], "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\n");
        File.WriteAllText(_folder["guide/content/index.md"], "# Start\n");
        File.WriteAllText(_folder["guide/content/steg/01-medlem.md"], "---\nnamn: Medlem\ningress: Är medlem.\n---\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_browser_the_site_is_whole_and_says_how_to_get_the_PDFs()
    {
        var (code, said) = Build(() => null);

        Assert.Equal(ExitCodes.Fine, code);
        Assert.StartsWith("""
            content/kort.yaml: varning TR520 PDF-filerna blev inte gjorda (ingen hittades). De utelämnas, men sidorna går att skriva ut.
                Det behövs en webbläsare: Chromium, Chrome eller Edge. Finns en redan? Skriv sökvägen i miljövariabeln CHROME_PATH. Handlar det om ett typsnitt? Byt ut tecken som inte finns i Arial, som ✓. Skriv --pdf skip om du inte vill ha PDF-filer.

            """, said, StringComparison.Ordinal);
        var page = File.ReadAllText(_folder["site/skriv-ut/index.html"]);
        Assert.DoesNotContain(".pdf", page, StringComparison.Ordinal);
        Assert.Contains("Öppna och skriv ut", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_they_are_required_nothing_is_written()
    {
        var (code, said) = Build(() => null, "--pdf", "require");

        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.StartsWith("""
            content/kort.yaml: fel TR521 PDF-filerna kunde inte göras (ingen hittades).
                Installera eller uppdatera Chromium, Chrome eller Edge. Handlar det om ett typsnitt? Byt ut tecken som inte finns i Arial, som ✓. Skriv --pdf auto om sidan får byggas utan PDF-filer.

            """, said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site"]));
    }

    [Fact]
    public void Who_wants_none_hears_nothing()
    {
        var (code, said) = Build(() => null, "--pdf", "skip");

        Assert.Equal(ExitCodes.Fine, code);
        Assert.DoesNotContain("TR52", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_browser_that_is_none_is_told_of_and_the_site_is_whole()
    {
        File.WriteAllText(_folder["browser"], "no program");
        var (code, said) = Build(() => _folder["browser"]);

        Assert.Equal(ExitCodes.Fine, code);
        Assert.Contains("TR520", said, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["site/skriv-ut/kort/index.html"]));
        Assert.DoesNotContain(".pdf", File.ReadAllText(_folder["site/skriv-ut/index.html"]), StringComparison.Ordinal);
    }

    // A browser that answers all it is asked, and whose prints are empty.
    private const string Obliging = """
        #!/bin/bash
        while IFS= read -r -d '' said <&3; do
          id=${said#*\"id\":}; id=${id%%,*}
          printf '{"id":%s,"result":{"targetId":"t%s","sessionId":"s%s","data":""}}\0' "$id" "$id" "$id" >&4
          case $said in *Page.navigate*)
            session=${said#*\"sessionId\":\"}; session=${session%%\"*}
            printf '{"method":"Page.loadEventFired","sessionId":"%s","params":{}}\0' "$session" >&4;;
          esac
        done

        """;

    [Theory]
    [InlineData("crashes", "#!/bin/sh\nexit 7\n")]
    [InlineData("hangs", "#!/bin/sh\nexec sleep 600\n")]
    [InlineData("talks nonsense", "#!/bin/sh\nprintf 'nonsense\\0' >&4\nexec sleep 600\n")]
    [InlineData("is too old and answers nothing more", "#!/bin/sh\nprintf '{\"id\":1,\"error\":{\"message\":\"unknown method\"}}\\0' >&4\nexec sleep 600\n")]
    [InlineData("prints nothing", Obliging)]
    public void A_browser_that_fails_in_any_way_is_one_warning_and_the_site_is_whole(string way, string program)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("a shell script is no program there");
            return;
        }
        File.WriteAllText(_folder["browser"], program);
        File.SetUnixFileMode(_folder["browser"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // Only what hangs needs to be waited for.
        var limit = way == "hangs" ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromMinutes(1);

        var (code, said) = Build(() => _folder["browser"], limit);

        Assert.Equal(ExitCodes.Fine, code);
        Assert.Single(said.Split('\n'), line => line.Contains(" varning TR520 ", StringComparison.Ordinal));
        Assert.True(File.Exists(_folder["site/skriv-ut/kort/index.html"]));
        Assert.Empty(Directory.GetFiles(_folder["site"], "*.pdf", SearchOption.AllDirectories));
        Assert.DoesNotContain(".pdf", File.ReadAllText(_folder["site/skriv-ut/index.html"]), StringComparison.Ordinal);

        Directory.Delete(_folder["site"], recursive: true);
        (code, said) = Build(() => _folder["browser"], limit, "--pdf", "require");

        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Contains(" fel TR521 ", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site"]));
    }

    // The browser's profile is a temporary folder. No more folders fit into a file system with one.
    [Theory]
    [InlineData("full", "mount -t tmpfs -o nr_inodes=1 none \"$TMPDIR\"")]
    [InlineData("read only", "mount -t tmpfs -o ro none \"$TMPDIR\"")]
    [InlineData("missing", "rmdir \"$TMPDIR\"")]
    [InlineData("a file", "rmdir \"$TMPDIR\"; ln -s /dev/full \"$TMPDIR\"")]
    public void Without_room_for_a_temporary_folder_there_are_no_PDFs_and_the_site_is_whole(string why, string make)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip($"needs a temporary folder that is {why}, made without asking");
            return;
        }
        File.WriteAllText(_folder["browser"], $"#!/bin/sh\ntouch '{_folder["started"]}'\n");
        File.SetUnixFileMode(_folder["browser"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string Said(string pdf)
        {
            using var child = Child.Start($"print|{_folder["guide"]}|{_folder["site"]}|{_folder["browser"]}|{pdf}",
                [.. Refusals.Space, "sh", "-c", $"export TMPDIR='{_folder["tmp-" + pdf]}'; mkdir \"$TMPDIR\"; {make}; exec \"$@\"", "sh"]);
            var said = child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            return said;
        }

        var said = Said("require");

        Assert.Contains(" fel TR521 PDF-filerna kunde inte göras (webbläsaren startade inte eller avslutades).", said, StringComparison.Ordinal);
        Assert.EndsWith("exit code 1\n", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site"]));

        said = Said("auto");

        Assert.Single(said.Split('\n'), l => l.Contains(" varning TR520 ", StringComparison.Ordinal));
        Assert.EndsWith("exit code 0\n", said, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["site/skriv-ut/kort/index.html"]));
        Assert.False(File.Exists(_folder["started"]));
    }

    // The browser would say that it was there.
    [Fact]
    public void A_sign_that_Arial_lacks_is_told_where_it_stands_before_any_browser_starts_and_the_site_is_whole()
    {
        File.WriteAllText(_folder["browser"], $"#!/bin/sh\ntouch '{_folder["started"]}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder["browser"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        Directory.CreateDirectory(_folder["guide/content/grunder"]);
        File.WriteAllText(_folder["guide/content/grunder/01-tacka.md"], "---\ntitel: Tacka\n---\n\nSäg tack.\n\n- Gärna `✓` igen ✓\n- Och le 😀\n");
        File.WriteAllText(_folder["guide/content/steg/01-medlem.md"], "---\nnamn: Medlem\ningress: Är ✓ medlem.\n---\n");

        var (code, said) = Build(() => _folder["browser"]);

        Assert.Equal(ExitCodes.Fine, code);
        Assert.StartsWith("""
            content/grunder/01-tacka.md:7:10: varning TR371 Tecknet ”✓” (U+2713) finns inte i Arial, som det tryckta är satt i. Så länge det står kvar görs inga PDF-filer med det i.
                Byt ut det i hela filen, mot ord eller mot ett tecken som finns, som • eller →. Sidorna går att publicera och skriva ut ändå.
            content/grunder/01-tacka.md:8:10: varning TR371 Tecknet ”😀” (U+1F600) finns inte i Arial, som det tryckta är satt i. Så länge det står kvar görs inga PDF-filer med det i.
                Byt ut det i hela filen, mot ord eller mot ett tecken som finns, som • eller →. Sidorna går att publicera och skriva ut ändå.
            content/steg/01-medlem.md:3:13: varning TR371 Tecknet ”✓” (U+2713) finns inte i Arial, som det tryckta är satt i. Så länge det står kvar görs inga PDF-filer med det i.
                Byt ut det i hela filen, mot ord eller mot ett tecken som finns, som • eller →. Sidorna går att publicera och skriva ut ändå.
            content/kort.yaml: varning TR520 PDF-filerna blev inte gjorda (texten har tecken som inte finns i Arial). De utelämnas, men sidorna går att skriva ut.

            """, said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["started"]));
        Assert.DoesNotContain(".pdf", File.ReadAllText(_folder["site/skriv-ut/index.html"]), StringComparison.Ordinal);

        Directory.Delete(_folder["site"], recursive: true);
        (code, said) = Build(() => _folder["browser"], "--pdf", "require");

        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Contains("fel TR521 PDF-filerna kunde inte göras (texten har tecken som inte finns i Arial).", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site"]));
    }

    // A letter and its mark apart, as some systems write them; a thin space; what business fonts have had since 1995;
    // and a sign where nothing is printed.
    [Fact]
    public void Signs_that_print_as_they_are_and_those_that_are_not_printed_are_not_told_of()
    {
        File.WriteAllText(_folder["guide/content/index.md"], "# Start\n\n✓\n");
        File.WriteAllText(_folder["guide/content/steg/01-medlem.md"], "---\nnamn: Medlem\ningress: A\u030Ar medlem\u2009● ■ ♥ ½ → ≤ Ж λ.\n---\n");

        var (code, said) = Build(() => null);

        Assert.Equal(ExitCodes.Fine, code);
        Assert.DoesNotContain("TR371", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_in_letters_that_Arial_lacks_is_told_so_once()
    {
        var ran = Terminal.Check(Repository.PathOf("tests", "guides", "rtl"));

        Assert.Equal(ExitCodes.Fine, ran.ExitCode);
        Assert.Single(ran.Error.Split('\n'), l => l.StartsWith(
            "content/cards.yaml: warning TR376 Arial lacks letters of the language ar. So cards and booklet are measured roughly,", StringComparison.Ordinal));
        Assert.DoesNotContain("TR371", ran.Error, StringComparison.Ordinal);
    }

    private (int Code, string Said) Build(Func<string?> find, params string[] options) => Build(find, TimeSpan.FromMinutes(1), options);

    private (int Code, string Said) Build(Func<string?> find, TimeSpan limit, params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["build", _folder["guide"], "--out", _folder["site"], "--date", "2024-05-01", .. options],
            new(output, error, Repository.Root, new(2024, 5, 1), IsTerminal: false, Colour: false) { FindBrowser = find, PrintLimit = limit });
        return (code, error.ToString().Replace(Path.GetRelativePath(Repository.Root, _folder["guide"]).Replace('\\', '/') + "/", "", StringComparison.Ordinal));
    }
}
