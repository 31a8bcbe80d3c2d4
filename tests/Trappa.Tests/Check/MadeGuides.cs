using System.Text;
using Trappa.Tests.Write;

namespace Trappa.Tests.Check;

/// <summary>Guides that are wrong in ways that git cannot keep, or that would fill it: made in a folder of their own.</summary>
public sealed class MadeGuides : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MadeGuides()
    {
        Directory.CreateDirectory(_folder["content"]);
        File.WriteAllText(_folder["content/site.yaml"], "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\n");
        File.WriteAllText(_folder["content/index.md"], "# Start\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Another_encoding_is_told_at_its_first_letter()
    {
        File.WriteAllBytes(_folder["content/latin.md"], Encoding.Latin1.GetBytes("# Rubrik\n\nHej pa dig, på stan\n"));
        File.WriteAllBytes(_folder["content/utf16.md"], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("# Rubrik\n")]);

        Expect("""
            content/latin.md:3:14: fel TR001 Filen är inte sparad som UTF-8. Därför går den inte att läsa från och med det här tecknet.
                Öppna filen i ett skrivprogram och spara den igen med teckenkodningen UTF-8.
            content/utf16.md:1:1: fel TR001 Filen är inte sparad som UTF-8. Därför går den inte att läsa från och med det här tecknet.
                Öppna filen i ett skrivprogram och spara den igen med teckenkodningen UTF-8.

            """);
    }

    [Fact]
    public void A_byte_order_mark_is_told()
    {
        File.WriteAllBytes(_folder["content/index.md"], [0xEF, 0xBB, 0xBF, .. "# Start\n"u8]);

        File.WriteAllText(_folder["content/ordlista.yaml"], "avstavning:\n  - engage\uFEFFmang\n");

        Expect("""
            content/index.md:1:1: fel TR002 Här står ett osynligt tecken, en byteordningsmarkering (BOM).
                Ta bort tecknet. Står det först i filen? Spara den igen med teckenkodningen UTF-8, utan BOM.
            content/ordlista.yaml:2:11: fel TR002 Här står ett osynligt tecken, en byteordningsmarkering (BOM).
                Ta bort tecknet. Står det först i filen? Spara den igen med teckenkodningen UTF-8, utan BOM.

            """);
    }

    [Fact]
    public void A_NUL_is_told()
    {
        File.WriteAllText(_folder["content/index.md"], "# Start\n\nHallå\0!\n");

        Expect("""
            content/index.md:3:6: fel TR003 Här står ett osynligt tecken som inte hör hemma i en text (NUL).
                Ta bort tecknet. Ser hela filen konstig ut? Spara den då igen med teckenkodningen UTF-8.

            """);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_project_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        File.WriteAllText(outside["secret.md"], "# Hemligt\n");
        File.CreateSymbolicLink(_folder["content/ut.md"], outside["secret.md"]);
        Directory.CreateSymbolicLink(_folder["content/mapp"], outside.Path);
        File.CreateSymbolicLink(_folder["content/ingenstans.md"], "finns-inte.md");
        File.CreateSymbolicLink(_folder["content/runt.md"], "runt.md");
        File.CreateSymbolicLink(_folder["content/inom.md"], "index.md");

        Expect($"""
            content/ingenstans.md: fel TR005 Här ligger en symbolisk länk till finns-inte.md. Bara länkar till filer i projektet följs.
                Lägg själva filen eller mappen här i stället för länken.
            content/mapp: fel TR005 Här ligger en symbolisk länk till {outside.Path}. Bara länkar till filer i projektet följs.
                Lägg själva filen eller mappen här i stället för länken.
            content/runt.md: fel TR005 Här ligger en symbolisk länk till runt.md. Bara länkar till filer i projektet följs.
                Lägg själva filen eller mappen här i stället för länken.
            content/ut.md: fel TR005 Här ligger en symbolisk länk till {outside["secret.md"]}. Bara länkar till filer i projektet följs.
                Lägg själva filen eller mappen här i stället för länken.

            """);
    }

    [Fact]
    public void What_may_not_be_read_is_told()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("permissions are POSIX's here");
            return;
        }
        File.WriteAllText(_folder["content/hemlig.md"], "# Hemligt\n");
        Directory.CreateDirectory(_folder["content/låst"]);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(_folder["content/hemlig.md"], UnixFileMode.None);
        File.SetUnixFileMode(_folder["content/låst"], UnixFileMode.None);

        // Root may read anything: another user tries.
        var told = Environment.IsPrivilegedProcess ? AsNobody() : Terminal.Check(_folder.Path).Error;

        File.SetUnixFileMode(_folder["content/låst"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal($"""
            content/hemlig.md: fel TR006 Det gick inte att läsa filen eller mappen. (Access to the path '{_folder["content/hemlig.md"]}' is denied.)
                Ge dig själv rätt att läsa den, eller flytta den härifrån.
            content/låst: fel TR006 Det gick inte att läsa filen eller mappen. (Access to the path '{_folder["content/låst"]}' is denied.)
                Ge dig själv rätt att läsa den, eller flytta den härifrån.

            """, told);
    }

    [Fact]
    public void A_text_of_megabytes_is_not_read()
    {
        File.WriteAllText(_folder["content/allt.md"], new string('x', 5_000_000));

        Expect("""
            content/allt.md: fel TR008 Filen är 4883 kB stor. Den får vara högst 4096 kB.
                Dela upp texten på flera filer, eller gör bilden mindre.

            """);
    }

    [Fact]
    public void An_empty_folder_of_content_is_told()
    {
        File.Delete(_folder["content/site.yaml"]);
        File.Delete(_folder["content/index.md"]);

        Expect("""
            content: error TR009 The folder content is not there, or it is empty.
                See that you are in the right folder. Is the guide new? Make the file content/index.md and write # and the guide's name in it.

            """);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("*a ")]
    public void Two_hundred_thousand_marks_within_each_other_are_told(string mark)
    {
        var row = new StringBuilder().Insert(0, mark, 200_000).ToString();
        File.WriteAllText(_folder["content/index.md"], $"# Start\n\nHej.\n\n{row}djupt\n\nMer.\n");
        File.WriteAllText(_folder["content/om.md"], $"---\ntitel: Om\ningress: \"{row}djupt\"\n---\n");

        Expect("""
            content/index.md:5:1: fel TR208 Texten har citat, listor, betoningar eller parenteser inuti varandra i mer än 128 nivåer.
                Leta efter en lång rad av samma tecken, till exempel > eller [, och ta bort den.
            content/om.md:3:11: fel TR208 Texten har citat, listor, betoningar eller parenteser inuti varandra i mer än 128 nivåer.
                Leta efter en lång rad av samma tecken, till exempel > eller [, och ta bort den.

            """);
    }

    [Fact]
    public void YAML_that_explodes_is_told_and_not_read()
    {
        var laughs = string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        File.WriteAllText(_folder["content/resurser.yaml"], "a0: &a0 skratt\n" + laughs);
        File.WriteAllText(_folder["content/ordlista.yaml"], new string('[', 200_000));

        Expect("""
            content/ordlista.yaml:1:18: fel TR106 Här ligger fält inuti fält i mer än 16 nivåer.
                Ta bort nivåer. Inget fält i en guide behöver så många.
            content/resurser.yaml:1:5: fel TR103 Här står ett & eller * som betyder att text ska kopieras. Det går inte här.
                Skriv ut texten på varje ställe. Hör tecknet till texten? Sätt då hela värdet inom citattecken.

            """);
    }

    [Fact]
    public void A_guide_so_large_that_phones_do_not_keep_it_says_so_unless_it_is_meant()
    {
        for (var i = 0; i < 101; i++)
        {
            File.WriteAllText(_folder[$"content/sida-{i}.md"], $"# Sida {i}\n");
        }

        Assert.Matches("""
            ^content/site.yaml: varning TR317 Guiden har 10\d sidor. Över 100 sparas den inte i läsarnas telefoner, och de kopior som finns tas bort.
                Ska den sparas ändå\? Skriv utan-nät: ja i content/site.yaml. Annars utan-nät: nej, så sägs det här inte igen.
            $
            """, Terminal.Check(_folder.Path).Error);
        foreach (var said in new[] { "ja", "nej" })
        {
            File.WriteAllText(_folder["content/site.yaml"], $"titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\nutan-nät: {said}\n");
            Assert.Equal("", Terminal.Check(_folder.Path).Error);
        }
    }

    private void Expect(string told)
    {
        var ran = Terminal.Check(_folder.Path);
        Assert.Equal(told, ran.Error);
        Assert.Equal(1, ran.ExitCode);
    }

    private string AsNobody()
    {
        using var child = Child.Start("check as nobody|" + _folder.Path);
        var told = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return told;
    }
}
