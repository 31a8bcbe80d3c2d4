using Trappa.Commands;

namespace Trappa.Tests.Words;

/// <summary>Proof-reading: cases E2, E6 and E12 of the editors' list. Each finding by code, place and text.</summary>
public class WhatIsFound
{
    private const string Page = "content/sida.md";

    private const string Steps = "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\n";

    [Fact]
    public void A_misspelt_word_with_what_was_meant_and_the_guides_own_words_are_right()
    {
        using var guide = new Proofread(
            (Page, "---\ntitel: En sida\ningress: \"Skänka pengarr, det går bra.\"\n---\n\nRinglösa *med*lemmar i Blåtupparna,\nsprj. Se `koddd` och www.sprj.se.\n"),
            ("content/ordlista.yaml", "egna-ord: [Blåtupparna, ringlös]\n"))
        {
            Hunspell = Proofread.Installed,
        };

        Assert.Equal(
        [
            "content/sida.md:3:18: varning TR701 Ordet ”pengarr” finns inte i ordlistan. Menade du ”pengar”, ”pengars”?",
            "content/sida.md:7:1: varning TR701 Ordet ”sprj” finns inte i ordlistan. Menade du ”sprej”, ”spörj”, ”sörj”?",
        ], guide.Found());
    }

    [Fact]
    public void Words_to_avoid_with_the_better_one_and_synonyms_with_the_guides_own()
    {
        using var guide = new Proofread(
            (Page, "# En sida\n\nVi har ett Event. Kom på eventet, ge en *donation* och läs\nmer. {{ ord }}\n"),
            ("content/site.yaml", Steps + "fakta:\n  ord: event\n"),
            ("content/ordlista.yaml", "undvik:\n  event: evenemang\n  läs mer: säg vad som står där\nsynonymer:\n  donation: gåva\n  event: evenemang\n"));

        Assert.Equal(
        [
            "content/sida.md:3:12: varning TR720 Guiden undviker ”Event”.",
            "content/sida.md:3:42: varning TR721 Guidens ord för ”donation” är ”gåva”.",
            "content/sida.md:3:56: varning TR720 Guiden undviker ”läs mer”.",
        ], guide.Found());
        Assert.Contains("    Hellre: evenemang.\n", guide.Run("--format", "text").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_word_in_two_forms_where_a_name_says_which_is_the_guides()
    {
        using var guide = new Proofread(
            (Page, "# En sida\n\nRing-stugan är öppen. Kom till ring stugan, eller skicka SMS.\n"),
            ("content/annan.md", "# En annan sida\n\nSkicka sms till mig eller sms till dig. Ett nej är ett ärligt nej.\n"),
            ("content/begrepp/ringstugan.md", "---\nnamn: Ringstugan\nkort: Ett ställe att ringa från.\n---\n"));

        Assert.Equal(
        [
            "content/sida.md:3:1: varning TR722 ”Ring-stugan” skrivs ”ringstugan” på andra ställen i guiden.",
            "content/sida.md:3:32: varning TR722 ”ring stugan” skrivs ”ringstugan” på andra ställen i guiden.",
            "content/sida.md:3:58: varning TR722 ”SMS” skrivs ”sms” på andra ställen i guiden.",
        ], guide.Found());
    }

    [Fact]
    public void The_old_name_of_a_renamed_step_and_no_word_that_only_looks_like_it()
    {
        using var guide = new Proofread(
            ("content/steg/01-rostare.md", "---\nnamn: Röstare\ningress: Röstar på oss.\nalias: [steg/valjare, gammal-van]\n---\n\nEn väljare till.\n"),
            (Page, "# En sida\n\nEn Väljare är också en väljare. Fråga Gammal vän.\n"));

        Assert.Equal(
        [
            "content/sida.md:3:4: varning TR395 Här står ”Väljare”. Så hette steget förut; nu heter det ”Röstare”.",
            "content/sida.md:3:39: varning TR395 Här står ”Gammal vän”. Så hette steget förut; nu heter det ”Röstare”.",
        ], guide.Found());
    }

    [Fact]
    public void An_old_name_is_told_once_beside_what_the_check_finds()
    {
        using var guide = new Editors.CopiedGuide();
        Terminal.Run("edition", "new", "2025-04", guide.Folder, "--date", "2025-04-02");
        guide.Change("content/steg/03-valjare.md", "namn: Väljare", "namn: Röstare");
        guide.Write("content/grunder/11-ny.md", "---\ntitel: Väljare\n---\n\nEn Väljare till.\n");

        var told = Terminal.Run("words", guide.Folder, "--date", "2025-04-02", "--format", "text").Error.Split('\n')
            .Where(l => l.Contains("11-ny.md:", StringComparison.Ordinal) && l.Contains("Väljare", StringComparison.Ordinal))
            .Select(l => l[l.IndexOf("11-ny", StringComparison.Ordinal)..]);

        Assert.Equal(
        [
            "11-ny.md:2:8: varning TR395 Här står ”Väljare”. Så hette steget förut; nu heter det ”Röstare”.",
            "11-ny.md:5:4: varning TR395 Här står ”Väljare”. Så hette steget förut; nu heter det ”Röstare”.",
        ], told);
    }

    [Fact]
    public void A_name_or_a_day_written_by_hand_where_there_is_a_fact()
    {
        using var guide = new Proofread(
            ("content/site.yaml", Steps + "fakta:\n  ledare: Kim Berg\n  start: 1 maj 2025\n  app: Agera\n  kort: ab\n"),
            (Page, "# En sida\n\nFölj Kim Bergs råd. Berg säger: börja den 1 maj, alltså 2025-05-01. Att agera är bra, ab. {{ ledare }}\n"));

        Assert.Equal(
        [
            "content/sida.md:3:6: varning TR724 ”Kim Berg” är skrivet för hand, fast det finns som faktum.",
            "content/sida.md:3:21: varning TR724 ”Berg” är skrivet för hand, fast det finns som faktum.",
            "content/sida.md:3:43: varning TR724 ”1 maj” är skrivet för hand, fast det finns som faktum.",
            "content/sida.md:3:57: varning TR724 ”2025-05-01” är skrivet för hand, fast det finns som faktum.",
        ], guide.Found());
        Assert.Contains("    Skriv {{ start }} i stället,", guide.Run("--format", "text").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_fact_said_in_the_edition_before_is_told_to_be_true_no_more()
    {
        using var guide = new Editors.CopiedGuide();
        Terminal.Run("edition", "new", "2025-04", guide.Folder, "--date", "2025-04-02");
        guide.Change("content/site.yaml", "profil: Nooshi Dadgostar", "profil: Kim Berg");
        guide.Write("content/grunder/11-ny.md", "---\ntitel: Ny\n---\n\nFölj Nooshi Dadgostar.\n");

        var told = Terminal.Run("words", guide.Folder, "--date", "2025-04-02", "--format", "text");

        Assert.Contains("content/grunder/11-ny.md:5:6: varning TR725 ”Nooshi Dadgostar” är skrivet för hand och stämmer inte längre. Nu är det ”Kim Berg”.\n"
            + "    Skriv {{ profil }} i stället,", told.Error.Replace(Path.GetRelativePath(Repository.Root, guide.Folder) + "/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hard_page_and_a_long_sentence_by_the_guides_own_limits()
    {
        var hard = string.Join(' ', Enumerable.Repeat("kommunfullmäktigesammanträde", 31));
        using var guide = new Proofread(
            (Page, "---\ntitel: En sida\n---\n\nKort. {{ sak }} och fyra ord till här, fler än sex. Slut.\n"),
            ("content/svar.md", $"# Svår\n\n{string.Concat(hard.Split(' ').Select(w => "- " + w + "\n"))}"),
            ("content/site.yaml", Steps + "fakta:\n  sak: En sak\n"),
            ("content/ordlista.yaml", "läsbarhet:\n  lix: 30\n  mening: 6\n"));

        Assert.Equal(
        [
            "content/sida.md:5:17: varning TR711 Meningen har 10 ord. Guidens gräns är 6.",
            "content/svar.md: varning TR710 Sidan ”Svår” har LIX 98. Guidens gräns är 30.",
        ], guide.Found());
    }

    [Fact]
    public void Every_text_is_listed_with_its_line_and_the_pages_that_show_it()
    {
        using var guide = new Proofread(
            ("content/site.yaml", Steps + "avsnitt:\n  - {namn: citat, rubrik: Säg, roll: säg, slag: citat}\nfakta:\n  sak: En sak\n"),
            ("content/steg/01-van.md", "---\nnamn: Vän\ningress: Är vår vän.\ncitat: hej\n---\n"),
            ("content/citat/hej.md", "Hej och {{ sak }}!\n"),
            ("content/begrepp/lag.md", "---\nnamn: Låg\nkort: Inte hög.\n---\n"),
            (Page, "# En sida\n\n[Låg](begrepp:lag) tröskel.\n"));

        var texts = guide.Json().GetProperty("wording").EnumerateArray().Select(w =>
            $"{w.GetProperty("file").GetString()}:{w.GetProperty("line").GetInt32()} {w.GetProperty("field").GetString()}: {w.GetProperty("text").GetString()!.ReplaceLineEndings("/")} "
            + $"({string.Join(" ", w.GetProperty("pages").EnumerateArray().Select(p => p.GetString()))})");

        Assert.Equal(
        [
            "content/begrepp/lag.md:2 namn: Låg (/begrepp/ /sida/)",
            "content/begrepp/lag.md:3 kort: Inte hög. (/begrepp/ /sida/)",
            "content/citat/hej.md:1 : Hej och En sak! (/sag-sa-har/ /steg/van/)",
            "content/index.md:1 : Start/Här är guiden. (/)",
            "content/sida.md:1 : En sida/Låg tröskel. (/sida/)",
            "content/site.yaml:1 titel: Liten guide (/*)",
            "content/site.yaml:5 avsnitt/rubrik: Säg (/steg/van/)",
            "content/site.yaml:7 fakta/sak: En sak (/sag-sa-har/ /steg/van/)",
            "content/steg/01-van.md:2 namn: Vän (/steg/van/ / /skriv-ut/)",
            "content/steg/01-van.md:3 ingress: Är vår vän. (/steg/van/ / /skriv-ut/)",
        ], texts);
    }

    [Fact]
    public void The_page_says_it_all_and_fetches_nothing()
    {
        using var guide = new Proofread((Page, "# En sida\n\nVi <har> ett event\u00A0.\n"), ("content/ordlista.yaml", "undvik:\n  event: evenemang\n"));
        var told = guide.Run("--out", "ord.html");

        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        Assert.Equal("""
            content/ordlista.yaml: varning TR700 Stavningen är inte kontrollerad (programmet hunspell hittades inte).
                Installera hunspell och dess svenska ordlista. På Debian och Ubuntu: sudo apt install hunspell hunspell-sv. På Mac: brew install hunspell, och lägg sv_SE.dic och sv_SE.aff i ~/Library/Spelling. Resten av rapporten är hel.
            Stavning: 1
            Ord att byta: 1
            Samma sak med två namn: 0
            Skrivet för hand: 0
            Svårt att läsa: 0
            Tecken och mellanslag: 1
            Annat som kontrollen säger: 1
            Öppna ord.html i en webbläsare.

            """, told.Error);
        var page = guide.Read("ord.html");
        Assert.Contains("<html lang=\"sv\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains("<li><code class=\"place\">content/sida.md:3:14</code><br>Vi &lt;har&gt; ett <mark>event</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark>U+00A0</mark>", page, StringComparison.Ordinal);
        Assert.Contains("\n+Vi &lt;har&gt; ett event.\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_cannot_be_read_is_told_of_as_ever()
    {
        using var guide = new Proofread(("content/site.yaml", "titel: [\n"));
        var told = guide.Run();

        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("content/site.yaml:", told.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(guide.Folder, "words.html")));
    }

    [Fact]
    public void A_page_that_cannot_be_written_is_told_of()
    {
        using var guide = new Proofread();
        var told = guide.Run("--out", "content");

        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("content kunde inte skrivas (", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_in_English_has_its_report_in_English()
    {
        using var guide = new Proofread(
            ("content/site.yaml", "title: Small guide\nlanguage: en\naddress: https://example.org/\nfacts:\n  leader: Kim Berg\n"),
            (Page, "# A page\n\nKim Berg’s \"advice\" isn't its own.\n"));
        var told = guide.Run("--format", "text");

        Assert.Contains("content/sida.md:3:1: warning TR724 “Kim Berg” is written by hand, though there is a fact for it.", told.Error, StringComparison.Ordinal);
        Assert.Contains("content/sida.md:3:12: warning TR703 “\"” is written ““”.", told.Error, StringComparison.Ordinal);
        Assert.Contains("content/sida.md:3:19: warning TR703 “\"” is written “””.", told.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("TR722", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_guide_has_few_findings_and_honest_ones()
    {
        using var guide = new Editors.CopiedGuide();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        CommandLine.Run(["words", guide.Folder, "--date", "2024-04-30", "--format", "text"],
            new(output, error, guide.Folder, new(2024, 4, 30), IsTerminal: false, Colour: false) { FindHunspell = () => Proofread.Installed });

        Assert.Equal(["content/grunder/03-vi-ar-olika.md:15:26: varning TR721 Guidens ord för ”möten” är ”träffar”."],
            error.ToString().Split('\n').Where(l => l.Contains(" TR7", StringComparison.Ordinal)));
    }
}
