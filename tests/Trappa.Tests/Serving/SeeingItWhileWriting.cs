using Trappa.Commands;
#pragma warning disable xUnit1051 // What is waited for here has a limit of its own (Served).
using System.Net;
using System.Text.Json;
using Trappa.Serving;

namespace Trappa.Tests.Serving;

/// <summary>E13: the change is on the screen before the hand has left the keyboard, and a mistake is shown where it stands.</summary>
public class SeeingItWhileWriting
{
    private const string Step = "content/steg/03-valjare.md", Page = "steg/valjare/";

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("65536")]
    public void A_port_that_is_none_is_wrong_use(string port)
    {
        var told = Terminal.Run("serve", "--port", port);
        Assert.Equal(ExitCodes.WrongUse, told.ExitCode);
        Assert.DoesNotContain("   at ", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_is_served_and_only_what_changed_is_told_of()
    {
        using var folder = new TemporaryFolder();
        await using var served = await Served.OfTheGuide(folder);
        Append(folder, "content/grunder/02-tacka.md", "\nEn helt ny rad.\n");
        var state = await served.Until(s => Changed(s).Any());
        await served.UntilPageHas("grunder/tacka/", "En helt ny rad.");
        // The index of search has the new words as well, and so have the handbooks, which are all words of the guide.
        Assert.Equal(["grunder/tacka/index.html", "skriv-ut/handbok/index.html", "skriv-ut/handbok/storstil/index.html"], Changed(state).Where(c => c!.EndsWith(".html", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_page_has_the_policy_it_will_have_and_a_link_to_its_file_at_its_line()
    {
        using var folder = new TemporaryFolder();
        await using var served = await Served.OfTheGuide(folder);
        using var answer = await served.Client.GetAsync(Page);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        var html = await answer.Content.ReadAsStringAsync();
        var line = File.ReadLines(folder[Step]).TakeWhile(l => !l.StartsWith("ingress:", StringComparison.Ordinal)).Count() + 1;
        Assert.Contains($"<a href=\"vscode://file{folder.Path}/{Step}:{line}\">Ändra den här texten</a>", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/__trappa/preview.js\"", html, StringComparison.Ordinal);
        Assert.Contains("text/javascript", (await served.Client.GetAsync("__trappa/preview.js")).Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_page_says_where_its_words_are_changed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["templates/strings"]);
        File.Copy(Repository.PathOf("templates", "strings", "sv.yaml"), folder["templates/strings/sv.yaml"]);
        await using var served = await Served.OfTheGuide(folder);
        Terminal.Run("build", folder.Path, "--pdf", "skip");
        var pages = Directory.GetFiles(folder["_site"], "*.html", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder["_site"], f).Replace('\\', '/')).ToList();
        Assert.Contains("404.html", pages);
        foreach (var page in pages)
        {
            Assert.Contains("Ändra den här texten", await served.Client.GetStringAsync(page), StringComparison.Ordinal);
        }
        var words = File.ReadAllLines(Repository.PathOf("templates", "strings", "sv.yaml")).Index().Single(l => l.Item.StartsWith("  search_title:", StringComparison.Ordinal)).Index + 1;
        Assert.Contains($"/templates/strings/sv.yaml:{words}\"", await served.Client.GetStringAsync("sok/"), StringComparison.Ordinal);
        Assert.Contains("/content/resurser.yaml:", await served.Client.GetStringAsync("resurser/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_come_with_the_program_say_so_where_the_guide_has_none_of_its_own()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content"]);
        File.WriteAllText(folder["content/index.md"], "# Hello\n");
        File.WriteAllText(folder["content/more.md"], "# More\n");
        File.WriteAllText(folder["content/most.md"], "# Most\n");
        await using var served = await Served.Of(folder);
        Assert.Contains("The words of this page come with the program. You write words of your own in templates/strings/en.yaml.",
            await served.Client.GetStringAsync("search/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_lines_while_the_last_good_page_stays_and_goes_when_it_is_mended()
    {
        using var folder = new TemporaryFolder();
        await using var served = await Served.OfTheGuide(folder);
        var good = File.ReadAllText(folder[Step]);
        File.WriteAllText(folder[Step], good.Replace("citat: slant", "citat: slnt", StringComparison.Ordinal));
        // A moment before, the file may have been empty.
        var state = await served.Until(s => CodesOf(s).FirstOrDefault() == "TR202");
        var error = state.GetProperty("errors")[0];
        Assert.Contains("slant", error.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        var shown = error.GetProperty("lines").EnumerateArray().Select(l => l.GetString()).ElementAt(
            error.GetProperty("line").GetInt32() - error.GetProperty("first").GetInt32());
        Assert.Equal("slnt", shown!.Substring(error.GetProperty("column").GetInt32() - 1, error.GetProperty("length").GetInt32()));
        Assert.Contains("Väljare", await served.Page(Page), StringComparison.Ordinal);
        Assert.Contains("TR202", served.Terminal, StringComparison.Ordinal);

        File.WriteAllText(folder[Step], good);
        Assert.Empty(Changed(await served.Until(s => s.GetProperty("errors").GetArrayLength() == 0)));
    }

    [Fact]
    public async Task A_guide_that_is_wrong_from_the_start_is_shown_as_its_mistakes_until_it_is_right()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content"]);
        File.WriteAllText(folder["content/index.md"], "# Hej\n\n[Vart?](steg:borta)\n");
        await using var served = await Served.Of(folder);
        Assert.Contains("content/index.md:3:", await served.Page(""), StringComparison.Ordinal);
        File.WriteAllText(folder["content/index.md"], "# Hej\n\nNu är det rätt.\n");
        await served.UntilPageHas("", "Nu är det rätt.");
    }

    [Fact]
    public async Task Programs_that_save_by_renaming_in_two_steps_or_by_writing_anew_are_all_seen()
    {
        using var folder = new TemporaryFolder();
        await using var served = await Served.OfTheGuide(folder);
        var file = folder["content/grunder/02-tacka.md"];
        var text = File.ReadAllText(file);

        File.WriteAllText(file + ".tmp", text + "\nSparad genom byte av namn.\n");
        File.Move(file + ".tmp", file, overwrite: true);
        await served.UntilPageHas("grunder/tacka/", "Sparad genom byte av namn.");

        // As Vim does: the old one aside, the new one written, the old one gone.
        File.Move(file, file + "~");
        File.WriteAllText(file, text + "\nSparad vid sidan av.\n");
        File.Delete(file + "~");
        await served.UntilPageHas("grunder/tacka/", "Sparad vid sidan av.");

        var step = File.ReadAllText(folder[Step]);
        await using (var half = new StreamWriter(folder[Step]))
        {
            await half.WriteAsync(step[..20]);
            await half.FlushAsync();
            await served.Until(s => CodesOf(s).Contains("TR107"));
            Assert.Contains("Väljare", await served.Page(Page), StringComparison.Ordinal);
            await half.WriteAsync(step[20..] + "\nAndra halvan.\n");
        }
        await served.UntilPageHas(Page, "Andra halvan.");
    }

    [Fact]
    public async Task Folders_renamed_and_branches_switched_are_followed()
    {
        using var folder = new TemporaryFolder();
        await using var served = await Served.OfTheGuide(folder);
        Directory.Move(folder["content"], folder["aside"]);
        await served.Until(s => CodesOf(s).Contains("TR009"));
        File.AppendAllText(folder["aside/grunder/02-tacka.md"], "\nSkrivet på en annan gren.\n");
        Directory.Move(folder["aside"], folder["content"]);
        await served.UntilPageHas("grunder/tacka/", "Skrivet på en annan gren.");

        // What is in a folder that came back is watched as before.
        Append(folder, "content/grunder/02-tacka.md", "\nOch sedan.\n");
        await served.UntilPageHas("grunder/tacka/", "Och sedan.");

        Directory.CreateDirectory(folder["content/nytt/djupt"]);
        File.WriteAllText(folder["content/nytt/djupt/sida.md"], "# Djup sida\n\nDjupt nere.\n");
        await served.UntilPageHas("", "__trappa");
        while (!(await served.Client.GetAsync("nytt/djupt/sida/")).IsSuccessStatusCode)
        {
            await served.Next();
        }
        Directory.Move(folder["content/nytt"], folder["content/annat"]);
        while (!(await served.Client.GetAsync("annat/djupt/sida/")).IsSuccessStatusCode)
        {
            await served.Next();
        }
        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync("nytt/djupt/sida/")).StatusCode);
    }

    [Fact]
    public async Task Five_thousand_files_touched_at_once_are_taken_in()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content/many"]);
        for (var i = 0; i < 5000; i++)
        {
            File.WriteAllText(folder[$"content/many/page-{i}.md"], $"# Page {i}\n\nBefore.\n");
        }
        await using var served = await Served.Of(folder);
        for (var i = 0; i < 5000; i++)
        {
            File.WriteAllText(folder[$"content/many/page-{i}.md"], $"# Page {i}\n\nAfter {i}.\n");
        }
        await served.UntilPageHas("many/page-4999/", "After 4999.");
        foreach (var i in new[] { 0, 1, 2499, 4998 })
        {
            await served.UntilPageHas($"many/page-{i}/", $"After {i}.");
        }
    }

    [Fact]
    public async Task Nobody_who_comes_by_another_name_or_wants_to_write_is_answered()
    {
        using var folder = new TemporaryFolder();
        await using var served = await Served.OfTheGuide(folder);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "");
        foreign.Headers.Host = "guide.example:" + served.Client.BaseAddress!.Port;
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await served.Client.SendAsync(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await served.Client.PostAsync("", new StringContent(""))).StatusCode);
        foreach (var path in new[] { "content/site.yaml", "..%2Fcontent%2Fsite.yaml", "%2e%2e/content/site.yaml", ".trappa" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync(path)).StatusCode);
        }
        Assert.Equal("/steg/valjare/", (await new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = served.Client.BaseAddress }
            .GetAsync("steg/valjare")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task In_a_network_it_is_seen_by_its_secret_address_alone()
    {
        using var preview = new Preview(() => new(Trappa.Parse.Parser.Parse(Trappa.Load.Loader.Load(Repository.Root)).Parsed.Language,
            [new("index.html", "<!DOCTYPE html><body>Hej</body>"u8.ToArray())], 1, []), _ => { });
        await using var server = await PreviewServer.Start(preview, new(0, IPAddress.Loopback, "hemlig"), new(Repository.Root));
        using var client = new HttpClient { BaseAddress = new(server!.LanAddress!) };
        Assert.EndsWith("/hemlig/", server.LanAddress, StringComparison.Ordinal);
        Assert.Contains("src=\"/hemlig/__trappa/preview.js\"", await client.GetStringAsync(""), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/__trappa/events")).StatusCode);
        Assert.Null(await PreviewServer.Start(preview, new(server.Port, null, ""), new(Repository.Root)));
    }

    [Fact]
    public void The_code_in_the_terminal_is_square_and_has_its_quiet_zone()
    {
        var lines = TerminalCode.Of("http://192.168.1.20:4321/0123456789abcdef/", isColoured: false).TrimEnd('\n').Split('\n');
        Assert.All(lines, l => Assert.Equal(lines[0].Length, l.Length));
        Assert.Equal((lines[0].Length + 1) / 2, lines.Length);
        Assert.Equal(new string('█', lines[0].Length), lines[0]);
        // The corner of the first finder pattern: seven dark modules in a row (ISO/IEC 18004 §6.3.3).
        Assert.StartsWith("████ ▄▄▄▄▄ █", lines[2], StringComparison.Ordinal);
    }

    private static void Append(TemporaryFolder folder, string path, string text) => File.AppendAllText(folder[path], text);

    private static IEnumerable<string?> CodesOf(JsonElement state) =>
        state.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString());

    private static IEnumerable<string?> Changed(JsonElement state) => state.GetProperty("changed").EnumerateArray().Select(c => c.GetString());
}
