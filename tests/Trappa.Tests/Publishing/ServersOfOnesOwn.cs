using System.IO.Compression;
using Trappa.Commands;
using Trappa.Tests.Editors;

namespace Trappa.Tests.Publishing;

/// <summary>
/// What a server that does not read <c>_headers</c> is told. That nginx, Caddy and Apache then answer so is asked of
/// themselves, in <c>tests/tools/hosts.mjs</c>.
/// </summary>
public class ServersOfOnesOwn
{
    [Theory]
    [InlineData("nginx", "add_header {0} \"{1}\" always;", "location = \"/om/före-detta/\" {{ return 301 \"/grunder/ny/\"; }}")]
    [InlineData("caddy", "  {0} \"{1}\"", "redir \"/om/före-detta/\" \"/grunder/ny/\" 301")]
    [InlineData("apache", "Header always set {0} \"{1}\"", "RedirectMatch 301 \"^/om/före-detta/$\" \"/grunder/ny/\"")]
    public void Each_is_told_all_headers_and_old_addresses_of_the_site(string server, string header, string move)
    {
        using var guide = new CopiedGuide();
        guide.Write("content/grunder/20-ny.md", "---\ntitel: Ny sida\nalias: [/om/före-detta/]\n---\n\nNytt.\n");
        guide.Build();
        var told = Terminal.Run("host", server, guide.Folder, "--date", "2024-04-30");
        Assert.Equal((ExitCodes.Fine, ""), (told.ExitCode, told.Error));
        var lines = told.Output.Split('\n');
        var headers = guide.Site("_headers").Split('\n').Skip(1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Split(": ", 2)).ToList();
        Assert.Equal(8, headers.Count);
        Assert.All(headers, h => Assert.Contains(string.Format(null, header, h[0], h[1]), lines));
        Assert.Contains(string.Format(null, move), lines);
        Assert.Equal(3, lines.Count(l => l.Contains("max-age=31536000, immutable", StringComparison.Ordinal) || l.Contains("\"no-cache\"", StringComparison.Ordinal) || l.Contains("max-age=0", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nginx", "if ($uri ~ \"^/redigera/\") {\n  set $trappa_content_security_policy \"default-src 'none'; script-src 'self' '")]
    [InlineData("caddy", "map {path} {trappa_content_security_policy} {\n  ~^/redigera/ \"default-src 'none'; script-src 'self' '")]
    [InlineData("apache", "connect-src 'self' blob: data: https://api.github.com; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\" \"expr=%{REQUEST_URI} =~ m#^/redigera/#\"\n")]
    public void The_editing_page_keeps_the_policy_that_it_needs(string server, string told)
    {
        using var guide = new EditedGuide(EditedGuide.Small);
        Assert.Contains(told, Terminal.Run("host", server, guide["guide"], "--date", "2024-04-30", "--editor", guide["node_modules"]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("redigera", Terminal.Run("host", server, guide["guide"], "--date", "2024-04-30").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_with_errors_and_a_server_nobody_knows_give_no_settings()
    {
        using var guide = new CopiedGuide();
        Assert.Equal(ExitCodes.WrongUse, Terminal.Run("host", "iis", guide.Folder).ExitCode);
        guide.Write("content/grunder/20-ny.md", "---\ntitel: [\n---\n");
        var told = Terminal.Run("host", "nginx", guide.Folder);
        Assert.Equal((ExitCodes.ContentErrors, ""), (told.ExitCode, told.Output));
        Assert.Contains("content/grunder/20-ny.md", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_compressed_beside_themselves_and_nothing_else_changes()
    {
        using var guide = new CopiedGuide();
        guide.Build();
        var plain = Files(guide);
        Compress(guide);
        var files = Files(guide);
        Assert.Equal(plain.Keys.Order(), files.Keys.Where(f => Path.GetExtension(f) is not (".br" or ".gz")).Order());
        Assert.All(plain.Where(f => f.Key != ".trappa"), f => Assert.Equal(f.Value, files[f.Key]));
        Assert.All(plain.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)), f =>
        {
            Assert.Equal(f.Value, Read(new BrotliStream(new MemoryStream(files[f.Key + ".br"]), CompressionMode.Decompress)));
            Assert.Equal(f.Value, Read(new GZipStream(new MemoryStream(files[f.Key + ".gz"]), CompressionMode.Decompress)));
            Assert.True(files[f.Key + ".br"].Length < files[f.Key + ".gz"].Length);
        });
        Assert.DoesNotContain(files.Keys, f => f is "_headers.br" or "_headers.gz" || f.EndsWith(".png.br", StringComparison.Ordinal));
        // Its manifest, from which the next build knows that the folder is its own, lists them.
        Assert.Contains("  index.html.br\n", guide.Site(".trappa"), StringComparison.Ordinal);
        Compress(guide);
        Assert.Equal(files, Files(guide));
        Assert.Equal("Inget ändras.\n", Terminal.Run("plan", guide.Folder, "--date", "2024-04-30", "--base-url", "https://example.org/").Output);
    }

    private static void Compress(CopiedGuide guide) => Assert.Equal(ExitCodes.Fine,
        Terminal.Run("build", guide.Folder, "--compress", "--date", "2024-04-30", "--base-url", "https://example.org/").ExitCode);

    private static Dictionary<string, byte[]> Files(CopiedGuide guide)
    {
        var site = Path.Combine(guide.Folder, "_site");
        return Directory.GetFiles(site, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(site, f).Replace('\\', '/'), File.ReadAllBytes);
    }

    private static byte[] Read(Stream packed)
    {
        using var all = new MemoryStream();
        using (packed)
        {
            packed.CopyTo(all);
        }
        return all.ToArray();
    }
}
