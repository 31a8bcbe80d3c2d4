using Trappa.Commands;

namespace Trappa.Tests.Editors;

/// <summary>
/// The whole way from April 2024 to April 2025, by one editor on a copy, with the mistakes that are made on it. Each is told
/// before a reader could see it: nothing is written while there is one, and what stands stays as it was.
/// </summary>
public sealed class FromOneAprilToTheNext : IDisposable
{
    private const string Day = "2025-04-02", Old = "content/steg/03-valjare.md", New = "content/steg/03-rostare.md", Site = "content/site.yaml";

    private readonly CopiedGuide _guide = new();

    public void Dispose() => _guide.Dispose();

    [Fact]
    public void Each_change_is_made_each_mistake_is_told_and_the_old_edition_stays()
    {
        _guide.Build();
        var published = _guide.Site("steg/valjare/index.html");

        // A new edition; the command counts up what has a day.
        var opened = Terminal.Run("edition", "new", "2025-04", _guide.Folder, "--date", Day);
        Assert.Equal(ExitCodes.Fine, opened.ExitCode);
        Assert.Contains("startdag: gäller till och med 1 maj 2024", opened.Error, StringComparison.Ordinal);

        // The new leader is one line. Somebody wrote the old name by hand.
        _guide.Change("content/grunder/02-tacka.md", "\n---\n", "\n---\n\nHälsa från Nooshi Dadgostar.\n");
        _guide.Change(Site, "profil: Nooshi Dadgostar", "profil: Alva Exempel");
        var named = Terminal.Run("words", _guide.Folder, "--date", Day, "--format", "text").Error;
        Assert.Contains("content/grunder/02-tacka.md:7:12: varning TR725", named, StringComparison.Ordinal);
        _guide.Change("content/grunder/02-tacka.md", "Nooshi Dadgostar", "{{ profil }}");

        // A link arrived. First without its address, then with a slip in it.
        _guide.Change("content/resurser.yaml", "- id:", "- id: kurs\n  titel: Kursen\n  text: En kurs.\n  tillstånd: finns\n  kontrollerad: 2025-04-01\n\n- id:");
        Told("content/resurser.yaml:", "TR112");
        _guide.Change("content/resurser.yaml", "  tillstånd: finns\n  kontrollerad: 2025", "  tillstånd: finns\n  adress: htps://example.org/kurs\n  kontrollerad: 2025");
        Told("content/resurser.yaml:", "htps://example.org/kurs");
        _guide.Change("content/resurser.yaml", "htps:", "https:");
        Passes();

        // Another has its address now, but not its state.
        _guide.Change("content/resurser.yaml", "tillstånd: saknas", "tillstånd: saknas\n  adress: https://example.org/skola");
        Assert.Contains("content/resurser.yaml:16:11: varning TR318 Adressen till ”Valskolan” visas inte", Passes().Error, StringComparison.Ordinal);
        _guide.Change("content/resurser.yaml", "tillstånd: saknas\n  adress", "tillstånd: finns\n  adress");
        Assert.DoesNotContain("TR318", Passes().Error, StringComparison.Ordinal);

        // A step is renamed: its file, without its old address, and its name.
        _guide.Move(Old, New);
        _guide.Change(New, "namn: Väljare", "namn: Röstare");
        Told("TR601", "alias: [steg/valjare]");
        _guide.Change(New, "namn: Röstare\n", "namn: Röstare\nalias: [steg/valjare]\n");
        Told("content/flode.yaml:117:39: fel TR330", "”steg:valjare”", "Menade du steg:rostare?", "så här: till: \"steg:namn\"");
        Told("content/flode.yaml:177:11: fel TR201", "Menade du rostare?");
        InAllFiles("steg:valjare", "steg:rostare");
        InAllFiles("steg: valjare", "steg: rostare");
        Assert.Contains("content/flode.yaml:123:114: varning TR395", Passes().Error, StringComparison.Ordinal);
        InAllFiles("Väljare", "Röstare");
        Assert.DoesNotContain("TR395", Passes().Error, StringComparison.Ordinal);

        // An action more, and in words that the card has no room for.
        _guide.Change(New, "\n  - Bli medlem\n", "\n  - Bli medlem\n  - Dela ut flygblad\n");
        Assert.Contains(New + ":39:5: varning TR377 Under insatser är punkterna fler eller färre än i utgåvan April 2024", Passes().Error, StringComparison.Ordinal);
        var full = "\n    - Dela ut flygblad på torget tillsammans med andra som också röstar på oss och vill att fler gör det\n    - Vara värd för ett studiebesök i en verksamhet nära dig\n";
        _guide.Change(New, "\n    - Bli medlem\n", "\n    - Bli medlem" + full);
        Told(New + ":25:3: fel TR363 Kortet Röstare är för fullt på baksidan (85x54): nästa-steg har ");
        _guide.Change(New, full, "\n    - Dela ut flygblad\n");
        Assert.DoesNotContain("TR377", Passes().Error, StringComparison.Ordinal);

        // A passage that must not stand after its day.
        _guide.Change("content/grunder/02-tacka.md", "\n---\n", "\n---\n\n::: gäller till=2025-04-01 efter=fel\nKom till valstugan.\n:::\n");
        Told("content/grunder/02-tacka.md:7:", "TR309");
        _guide.Change("content/grunder/02-tacka.md", "till=2025-04-01", "till=2025-09-01");
        Passes();

        // A quote in other words, and its name misspelt where it is used.
        _guide.Change("content/citat/slant.md", _guide.Read("content/citat/slant.md").Split("---\n")[2], "\nHar du lust att skänka en slant?\n");
        _guide.Change(New, "citat: slant", "citat: slnt");
        Told(New + ":6:8: fel TR202", "Menade du slant?");
        _guide.Change(New, "citat: slnt", "citat: slant");

        // Until now nothing of it is published.
        Assert.Equal(published, _guide.Site("steg/valjare/index.html"));
        var plan = Terminal.Run("plan", _guide.Folder, "--date", Day, "--base-url", "https://example.org/").Output;
        Assert.Contains("/steg/rostare/", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("ingen omdirigering", plan, StringComparison.Ordinal);

        _guide.Build(Day);
        Assert.Contains("Har du lust att skänka en slant?", Read("steg/rostare/index.html"), StringComparison.Ordinal);
        Assert.Contains("Dela ut flygblad", Read("skriv-ut/kort/index.html"), StringComparison.Ordinal);
        Assert.Contains("Alva Exempel", Read("grunder/tacka/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/kurs\"", Read("resurser/index.html"), StringComparison.Ordinal);
        Assert.Contains("/steg/valjare /steg/rostare/ 301!", Read("_redirects"), StringComparison.Ordinal);
        Assert.Contains("Utgåva: april 2025", Read("index.html"), StringComparison.Ordinal);
        var news = Read("nytt/index.html");
        Assert.Contains("Röstare", news, StringComparison.Ordinal);
        Assert.Contains("Dela ut flygblad", news, StringComparison.Ordinal);
        Assert.Contains("Kursen</a><br>Har kommit till.", news, StringComparison.Ordinal);
        Assert.Contains("Valskolan</a><br>Länken har kommit.", news, StringComparison.Ordinal);
        Assert.Contains("<h1>Väljare", Read("2024-04/steg/valjare/index.html"), StringComparison.Ordinal);
        Assert.Contains("Nooshi Dadgostar", Read("2024-04/grunder/kom-som-du-ar/index.html"), StringComparison.Ordinal);
    }

    private void InAllFiles(string words, string others)
    {
        var files = Directory.GetFiles(Path.Combine(_guide.Folder, "content"), "*.*", SearchOption.AllDirectories).Where(f => !f.Contains("utgavor", StringComparison.Ordinal));
        foreach (var file in files)
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(words, others, StringComparison.Ordinal));
        }
    }

    // A mistake: told in words, and the build writes nothing.
    private void Told(params ReadOnlySpan<string> words)
    {
        var told = Terminal.Run("build", _guide.Folder, "--date", Day, "--pdf", "skip");
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        foreach (var word in words)
        {
            Assert.Contains(word, told.Error.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }
    }

    private Terminal Passes()
    {
        var told = _guide.Check(Day);
        Assert.True(told.ExitCode == ExitCodes.Fine, told.Error);
        return told;
    }

    // As it is read, without what typesetting puts in.
    private string Read(string path) => _guide.Site(path).Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' ');
}
