using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Trappa.Commands;
using Trappa.Keeping;
using Trappa.Tests.Pictures;

namespace Trappa.Tests.Keeping;

/// <summary>
/// A build that keeps what earlier ones made gives what a build from nothing gives: the same files with the same bytes,
/// and the same messages, after any chain of edits.
/// </summary>
public sealed class IncrementalBuilds(IncrementalBuilds.FullBuilds full) : IClassFixture<IncrementalBuilds.FullBuilds>
{
    // What an editor and a designer do. Half of it breaks something, which the build after must get over.
    private static readonly (string Name, Action<Edited, int> Do)[] Kinds =
    [
        ("words added to a text", (g, n) => g.Append(g.Pick("content", ".md", n), $"\nEn rad {n}, se [Medlem](steg:medlem) hos {{{{ parti }}}}.\n")),
        ("a link to nothing", (g, n) => g.Append(g.Pick("content", ".md", n), "\nSe [någon](steg:ingen-alls).\n")),
        ("a word changed everywhere in a file", (g, n) => g.Replace(g.Pick("content", ".md", n), "och", "samt")),
        ("a file emptied", (g, n) => g.Write(g.Pick("content", ".md", n), "")),
        ("a page added", (g, n) => g.Write($"content/grunder/{n % 40:00}-ny-sida.md", $"---\ntitel: Ny {n}\ningress: Hos {{{{ parti }}}}\n---\nText.\n\n## Rubrik\n\nMera, se [Tack](sida:grunder/tacka).\n")),
        ("a page with its title in its heading", (g, n) => g.Write("content/grunder/rubrik.md", $"# Rubrik {n}\n\nText med [till framsidan](/ \"{{{{ parti }}}}\").\n")),
        ("a page renamed", (g, n) => g.Rename(g.Pick("content/grunder", ".md", n), $"content/grunder/{n % 20:00}-omdopt-{n % 3}.md")),
        ("a page moved to another folder", (g, n) => g.Rename(g.Pick("content/grunder", ".md", n), $"content/annat/{n % 7}.md")),
        ("a file deleted", (g, n) => g.Delete(g.Pick("content", ".md", n))),
        ("a file put back", (g, n) => g.Restore(n)),
        ("everything put back", (g, n) => g.RestoreAll()),
        ("a draft", (g, n) => g.Replace(g.Pick("content/grunder", ".md", n), "---\ntitel", "---\nutkast: ja\ntitel")),
        ("a title", (g, n) => g.Replace(g.Pick("content/grunder", ".md", n), "titel: ", $"titel: Nu {n % 5} ")),
        ("a lead", (g, n) => g.Replace(g.Pick("content", ".md", n), "ingress: ", $"ingress: Nu {n % 5} ")),
        ("an order", (g, n) => g.Replace(g.Pick("content/grunder", ".md", n), "---\ntitel", $"---\nordning: {n % 9}\ntitel")),
        ("an old address", (g, n) => g.Replace(g.Pick("content/grunder", ".md", n), "---\ntitel", $"---\nalias: [gammal-{n % 4}]\ntitel")),
        ("a fact", (g, n) => g.Replace("content/site.yaml", "parti: ", $"parti: P{n % 10} ")),
        ("the site's title", (g, n) => g.Replace("content/site.yaml", "titel: ", $"titel: T{n % 10} ")),
        ("the heading of a section", (g, n) => g.Replace("content/site.yaml", "rubrik: ", $"rubrik: R{n % 10} ")),
        ("the edition", (g, n) => g.Replace("content/site.yaml", "2024-04", $"2025-0{1 + (n % 9)}")),
        ("settings that cannot be read", (g, n) => g.Append("content/site.yaml", "\n\t: [\n")),
        ("another language", (g, n) => g.Replace("content/site.yaml", "språk: sv", "language: en")),
        ("a quote", (g, n) => g.Append(g.Pick("content/citat", ".md", n), $" Ja, {n}.")),
        ("a term", (g, n) => g.Replace(g.Pick("content/begrepp", ".md", n), "kort: ", $"kort: Alltså {n % 6} ")),
        ("a resource", (g, n) => g.Replace("content/resurser.yaml", "titel: ", $"titel: Nya {n % 6} ")),
        ("the flow", (g, n) => g.Replace("content/flode.yaml", "titel: ", $"titel: Då {n % 6} ")),
        ("the list of words", (g, n) => g.Append("content/ordlista.yaml", $"\n# {n}\n")),
        ("a layout", (g, n) => g.Write("templates/layouts/page.html", Edited.BuiltIn("layouts/page.html").Replace("<h1>", $"<h1 data-n=\"{n}\">", StringComparison.Ordinal))),
        ("a partial", (g, n) => g.Write("templates/partials/footer.html", $"<footer>{n}</footer>\n")),
        ("a layout with a fault", (g, n) => g.Write("templates/layouts/step.html", "{{ for }}")),
        ("a style", (g, n) => g.Write("templates/assets/css/9-mine.css", $"main {{ margin: {n % 90}px; }}\n")),
        ("a script", (g, n) => g.Write("templates/assets/js/mine.js", $"document.title = '{n}';\n")),
        ("a picture", (g, n) => g.Write($"content/grunder/bild-{n % 3}.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- {n} --></svg>\n")),
        ("a photograph", (g, n) => g.Write($"content/grunder/foto-{n % 2}.jpg", Made.Photo(490 + (n % 3), 4))),
        ("a photograph that is broken", (g, n) => g.Write($"content/grunder/foto-{n % 2}.jpg", Made.Photo(490, 4)[..^9])),
        ("a photograph on a page", (g, n) => g.Append(g.Pick("content/grunder", ".md", n), $"\n![Två vid en dörr]({(n % 2 == 0 ? "/grunder/" : "")}foto-{n % 2}.jpg)\n")),
        ("a photograph taken away", (g, n) => g.Delete(g.Pick("content/grunder", ".jpg", n))),
        ("words added to a page", (g, n) => g.Append(g.Pick("content/grunder", ".md", n), $"\nMera {n}.\n")),
        ("a step's name", (g, n) => g.Replace(g.Pick("content/steg", ".md", n), "namn: ", $"namn: Nu {n % 5} ")),
        ("a step's place", (g, n) => g.Replace(g.Pick("content/steg", ".md", n), "ordning: ", "ordning: 1")),
        ("what the flow asks", (g, n) => g.Replace("content/flode.yaml", "kort-text: ", $"kort-text: Nu {n % 5} ")),
        ("what the flow's answers say", (g, n) => g.Replace("content/flode.yaml", "text: Ja,", $"text: Ja {n % 5},")),
        ("where the flow's answers lead", (g, n) => g.Replace("content/flode.yaml", "till: följer", "till: \"steg:observator\"")),
        ("what the flow's questions are about", (g, n) => g.Replace("content/flode.yaml", "om: ", $"om: Nu {n % 5} ")),
        ("a template of one's own taken away", (g, n) => g.Delete(g.Pick("templates", "", n))),
    ];

    private static readonly Gen<(int Kind, int Number)[]> Chain = Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 999]).Array[1, 9];

    [Theory]
    [InlineData(true, 8)]
    [InlineData(false, 4)]
    public void Any_chain_of_edits_gives_what_a_full_build_gives(bool isWatched, ulong chains)
    {
        for (var number = 1ul; number <= chains; number++)
        {
            Chain.Sample(chain => Holds(chain, isWatched), seed: new PCG(2, number).ToString(), iter: 1, threads: 1);
        }
    }

    /// <summary>Each kind of edit by itself, so that none is left to luck.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_edit_gives_what_a_full_build_gives(bool isWatched) =>
        Holds([.. Enumerable.Range(0, Kinds.Length).SelectMany(kind => new[] { (kind, 7), (10, 0) })], isWatched);

    /// <summary>What takes a text apart when it is bound must not show when it is bound again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_text_that_is_the_same_is_bound_again_when_what_it_refers_to_changes(bool isWatched) =>
        Holds([.. new[] { "a page with its title in its heading", "a fact", "a page added", "a fact", "a page renamed", "a quote", "a term", "a fact" }
            .Select((name, i) => (Array.FindIndex(Kinds, k => k.Name == name), i))], isWatched);

    /// <summary>A picture is kept while its bytes are the same; what it is called and who shows it may change.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_picture_reaches_the_pages_that_show_it(bool isWatched) =>
        Holds([.. new[]
            {
                ("a photograph on a page", 1), ("a photograph", 1), ("a photograph", 2), ("a photograph", 3), ("words added to a page", 1), ("a photograph that is broken", 1),
                ("a photograph", 1), ("a photograph on a page", 2), ("a photograph", 4), ("a photograph taken away", 0), ("everything put back", 0),
            }
            .Select(e => (Array.FindIndex(Kinds, k => k.Name == e.Item1), e.Item2))], isWatched);

    /// <summary>What is made of the words of all pages, as the handbook is.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Words_of_a_page_reach_all_that_shows_them(bool isWatched) =>
        Holds([.. Enumerable.Range(0, 10).Select(i => (Array.FindIndex(Kinds, k => k.Name == "words added to a page"), i))], isWatched);

    private void Holds((int Kind, int Number)[] chain, bool isWatched)
    {
        using var folder = new TemporaryFolder();
        var guide = new Edited(folder, new Kept { IsWatched = isWatched }, full);
        guide.RestoreAll();
        guide.Build();
        var done = new List<string>();
        foreach (var (kind, number) in chain)
        {
            done.Add(Kinds[kind].Name + " " + number.ToString(CultureInfo.InvariantCulture));
            Kinds[kind].Do(guide, number);
            var (kept, anew) = guide.Build();
            Assert.True(kept == anew, string.Join(", ", done) + "\n" + FirstDifference(kept, anew));
        }
    }

    private static string FirstDifference(string kept, string anew)
    {
        var (one, other) = (kept.Split('\n'), anew.Split('\n'));
        return string.Join('\n', one.Except(other).Take(5).Select(l => "kept: " + l).Concat(other.Except(one).Take(5).Select(l => "full: " + l)));
    }

    /// <summary>
    /// What full builds gave. The same files give the same site (<see cref="Render.SameBytes"/>), so each folder that edits
    /// come back to is built from nothing once.
    /// </summary>
    public sealed class FullBuilds
    {
        private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

        /// <summary>What a full build of a folder gives.</summary>
        /// <param name="folder">The folder; its files are the key.</param>
        /// <param name="build">Builds it, where it has not been built before.</param>
        internal string Of(TemporaryFolder folder, Func<string> build)
        {
            using var files = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                files.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder.Path, file))));
                files.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
            var key = Convert.ToHexString(files.GetHashAndReset());
            return _told.TryGetValue(key, out var told) ? told : _told[key] = build();
        }
    }

    /// <summary>A copy of the repository's guide that is edited and built after each edit, both ways.</summary>
    private sealed class Edited(TemporaryFolder folder, Kept kept, FullBuilds full)
    {
        private static readonly List<(string Path, string Text)> Original =
            [.. Directory.GetFiles(Repository.PathOf("content"), "*", SearchOption.AllDirectories)
                .Select(f => (Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), File.ReadAllText(f)))
                .OrderBy(f => f.Item1, StringComparer.Ordinal)];

        public static string BuiltIn(string template) => File.ReadAllText(Repository.PathOf("templates/" + template));

        public string? Pick(string under, string ending, int number)
        {
            var at = folder[under];
            var files = Directory.Exists(at) ? Directory.GetFiles(at, "*" + ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList() : [];
            return files.Count == 0 ? null : Path.GetRelativePath(folder.Path, files[number % files.Count]).Replace('\\', '/');
        }

        public void Write(string? path, string text)
        {
            if (path is null || (File.Exists(folder[path]) && File.ReadAllText(folder[path]) == text))
            {
                return;
            }
            if (!File.Exists(folder[path]))
            {
                kept.Relist();
            }
            Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
            File.WriteAllText(folder[path], text);
            kept.Touch(path);
        }

        public void Write(string path, byte[] bytes)
        {
            if (!File.Exists(folder[path]))
            {
                kept.Relist();
            }
            Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
            File.WriteAllBytes(folder[path], bytes);
            kept.Touch(path);
        }

        public void Append(string? path, string text) => Write(path, Read(path) + text);

        public void Replace(string? path, string old, string text) => Write(path, Read(path).Replace(old, text, StringComparison.Ordinal));

        public void Delete(string? path)
        {
            if (path is not null && File.Exists(folder[path]))
            {
                File.Delete(folder[path]);
                kept.Touch(path);
                kept.Relist();
            }
        }

        public void Rename(string? path, string other)
        {
            if (path is not null)
            {
                var text = Read(path);
                Delete(path);
                Write(other, text);
            }
        }

        public void Restore(int number) => Write(Original[number % Original.Count].Path, Original[number % Original.Count].Text);

        public void RestoreAll()
        {
            foreach (var file in new[] { "content", "templates" }.Select(f => folder[f]).Where(Directory.Exists)
                .SelectMany(f => Directory.GetFiles(f, "*", SearchOption.AllDirectories))
                .Select(f => Path.GetRelativePath(folder.Path, f).Replace('\\', '/'))
                .Where(f => Original.All(o => o.Path != f)))
            {
                Delete(file);
            }
            Original.ForEach(o => Write(o.Path, o.Text));
        }

        public (string Kept, string Full) Build()
        {
            var request = new BuildRequest(folder.Path, new(new(2024, 5, 1), "https://example.org/"), Portable: false);
            return (Told(Pipeline.Run(request, kept)), full.Of(folder, () => Told(Pipeline.Run(request))));
        }

        private static string Told(BuildResult result)
        {
            var told = new StringBuilder();
            foreach (var file in result.Files)
            {
                told.Append(file.Path).Append(' ').Append(Convert.ToHexString(SHA256.HashData(file.Bytes.Span))).Append('\n');
            }
            foreach (var found in result.Diagnostics)
            {
                told.Append(found.Place).Append(' ').Append(found.Code.Id).Append(' ').Append(found.Message(result.Language)).Append('\n');
            }
            return told.ToString();
        }

        private string Read(string? path) => path is null || !File.Exists(folder[path]) ? "" : File.ReadAllText(folder[path]);
    }
}
