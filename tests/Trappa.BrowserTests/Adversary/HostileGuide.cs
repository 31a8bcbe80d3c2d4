using System.Collections.Immutable;
using System.Text.Json;
using Trappa.Commands;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Tests;

namespace Trappa.BrowserTests.Adversary;

/// <summary>
/// A guide by somebody who wants its pages to run script: every vector of <c>vectors.txt</c> in every field and every
/// place of Markdown. What the generator refuses they take out again, line by line, until it builds.
/// </summary>
internal sealed class HostileGuide : IDisposable
{
    /// <summary>The host that vectors would ask.</summary>
    public const string Host = "elsewhere.example";

    // So many to a page that one which swallows the rest would be seen.
    private const int AtATime = 8;

    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, List<string>> _files = [];

    private HostileGuide()
    {
        Vectors = [.. File.ReadLines(Repository.PathOf("tests", "Trappa.BrowserTests", "Adversary", "vectors.txt"))
            .Where(l => l.Length > 0 && !l.StartsWith('#')).Select(l => l.Replace("{host}", Host, StringComparison.Ordinal))];
        // A picture that is there, and is none: each handler of its failing would be called.
        Add("x.txt", ["none"]);
    }

    /// <summary>Every vector in every field and every place of Markdown.</summary>
    public static HostileGuide Everywhere()
    {
        var guide = new HostileGuide();
        guide.Settings();
        guide.Flow();
        foreach (var (i, vectors) in guide.Vectors.Chunk(AtATime).Index())
        {
            guide.Page(i, vectors);
            guide.Quote(i, vectors);
            guide.Term(i, vectors);
            guide.Step(i, vectors);
        }
        guide.Add("resources.yaml", [.. guide.Vectors.SelectMany((v, i) => new[]
        {
            $"- id: r{i}", $"  title: {Text(v)}", $"  text: {Text(v)}", $"  group: {Text(v)}", "  state: missing", $"  search-for: {Text(v)}",
        })]);
        guide.TakeOutWhatIsRefused(guide.TakeOutLine);
        return guide;
    }

    /// <summary>Raw HTML let through: a page for each vector, as a block, within a line, in a list, in a quotation.</summary>
    public static HostileGuide OfHtml()
    {
        var guide = new HostileGuide();
        guide.Add("site.yaml", ["title: Guide", "language: en", "address: https://guide.example/", "html: yes"]);
        guide.Add("index.md", ["# Start"]);
        foreach (var (i, v) in guide.Vectors.Index())
        {
            // An id may stand once on a page.
            var isOnce = v.Contains(" id=", StringComparison.Ordinal);
            guide.Add($"basics/p{i}.md", isOnce ? [$"# Page {i}", "", $"Word {v} word."] : [$"# Page {i}", "", v, "", $"Word {v} word.", "", $"- {v}", "", "> " + v, "", $"**{v}**"]);
        }
        guide.TakeOutWhatIsRefused(guide.TakeOutPage);
        return guide;
    }

    /// <summary>The vectors.</summary>
    public ImmutableArray<string> Vectors { get; }

    /// <summary>The project's folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>Codes of what was refused, and how often.</summary>
    public SortedDictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>How many lines it had.</summary>
    public int Lines { get; private set; }

    public void Dispose() => _folder.Dispose();

    private string Any(int i) => Vectors[i % Vectors.Length];

    // What must be there cannot be taken out again; a word for a fact that is not there would be.
    private static string Name(string[] vectors) => vectors.FirstOrDefault(v => !v.Contains("{{", StringComparison.Ordinal)) ?? "Name";

    private static string Text(string vector) => JsonSerializer.Serialize(vector, AsItStands);

    private void Settings() => Add("site.yaml",
    [
        $"title: {Text(Any(0))}", "language: en", $"description: {Text(Any(9))}", "address: https://guide.example/",
        $"owner: {Text(Any(31))}", "edition:", $"  name: {Text(Any(10))}", "  month: 2024-04", "sections:",
        $"  - {{name: quote, heading: {Text(Any(12))}, role: say, kind: quote, card: 1}}",
        $"  - {{name: needs, heading: {Text(Any(30))}, role: need, kind: list}}",
        $"  - {{name: do, heading: {Text(Any(40))}, role: do, kind: list}}",
        $"  - {{name: why, heading: {Text(Any(73))}, role: sign, kind: text}}", "facts:",
        .. Vectors.Select((v, i) => $"  f{i}: {Text(v)}"),
        "folders:", $"  basics: {{title: {Text(Any(9))}, description: {Text(Vectors.First(v => v.StartsWith("<details", StringComparison.Ordinal)))}}}",
    ]);

    private void Flow() => Add("flow.yaml",
    [
        $"title: {Text(Any(11))}", $"lead: {Text(Any(30))}", "limit: 2", "start: q0", "readers:",
        "  - id: me", $"    name: {Text(Any(0))}", $"    text: {Text(Any(32))}", $"    result: {Text(Any(50))}", "    sections:",
        $"      - {{role: say, heading: {Text(Any(33))}}}", $"      - {{role: do, heading: {Text(Any(12))}}}", "questions:",
        "  - id: q0", $"    about: {Text(Any(12))}", $"    ask: {Text(Any(30))}", "    answers:",
        .. Enumerable.Range(0, (Vectors.Length + AtATime - 1) / AtATime).Select(i => $"      - {{text: {Text(Any(i * AtATime))}, to: \"step:s{i}\"}}"),
    ]);

    private void Page(int i, string[] vectors) => Add($"basics/{i:00}-p{i}.md",
    [
        "---", $"title: {Text(vectors[0])}", $"lead: {Text(vectors[^1])}", "alias:", $"  - /old/p{i}", $"  - {Text("/old/" + vectors[0])}", "---", "",
        .. vectors.SelectMany((v, n) => new[]
        {
            v, "", $"Word {v} word.", "", $"*{v}* **{v}** ~~{v}~~ `{v}` ``{v}``", "", $"## {v} {i} {n}", "", $"### Three {i} {n} {{#{v}}}", "", $"- {v}", "- [ ] " + v, "", "> " + v, "",
            "| a | b |", "| --- | --- |", $"| {v} | {v.Replace("|", "\\|", StringComparison.Ordinal)} |", "", $"    {v}", "", "```" + v.Replace("`", "", StringComparison.Ordinal), v, "```", "",
            $"[{v}](step:s{i})", "", $"[address {n}]({v})", "", $"[address {n}](<{v}>)", "", $"[title {n}](https://guide.example/ {Text(v)})", "", $"![{v}](https://{Host}/x.txt)", "",
            $"![picture]({v})", "", $"<{v}>", "", $"Reference [words {n}][d{n}].", "", $"[d{n}]: {v}", "", $"A note[^{n}].", "", $"[^{n}]: {v}", "",
            $"Defined {n}", $":   {v}", "", $"*[HTML{n}]: {v}", "", $"An HTML{n}.", "", $"{{{{ f{(i * AtATime) + n} }}}} and [term](term:t{i}) and [resource](resource:r{(i * AtATime) + n}).", "",
            "> [!NOTE]", "> " + v, "", $"Attributes {{onclick=\"hit()\" {v}}}", "", $"https://{Host}/{v}", "",
        }),
        $"::: quote q{i}", ":::",
    ]);

    private void Quote(int i, string[] vectors) => Add($"quotes/q{i}.md",
        ["---", "kind: invitation", "---", "", .. vectors.Take(3).SelectMany(v => new[] { v, "", $"Say {v} aloud.", "" })]);

    private void Term(int i, string[] vectors) => Add($"terms/t{i}.md",
        ["---", $"name: {Text(Name(vectors) + " " + i)}", $"short: {Text(Name(vectors))}", "---", "", .. vectors.SelectMany(v => new[] { v, "" }), "Text."]);

    private void Step(int i, string[] vectors) => Add($"steps/{i:00}-s{i}.md",
    [
        "---", $"name: {Text(Name(vectors))}", $"slug: s{i}", $"order: {i + 1}", $"lead: {Text(Name(vectors))}", $"quote: q{i}", "needs:",
        .. vectors.Select(v => $"  - {Text(v)}"), "do:", .. vectors.Select(v => $"  - {Text($"[{v}](term:t{i}) {{{{ f{i} }}}}")}"),
        $"why: {Text(string.Join("\n\n", vectors))}", $"difference: {Text(vectors[^1])}", "---", "", .. vectors.SelectMany(v => new[] { v, "" }),
    ]);

    private void Add(string path, List<string> lines)
    {
        _files["content/" + path] = lines;
        Lines += lines.Count;
        Write("content/" + path);
    }

    private void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], string.Join('\n', _files[path]) + "\n");
    }

    private void TakeOutLine(Place place) => _files[place.File][place.Line - 1] = "";

    private void TakeOutPage(Place place)
    {
        _files.Remove(place.File);
        File.Delete(_folder[place.File]);
    }

    private void TakeOutWhatIsRefused(Action<Place> takeOut)
    {
        // Vectors are long for a card; a preview shows them all the same.
        var request = new BuildRequest(Folder, new(new(2024, 4, 30), null), Portable: false) { Preview = true };
        var kept = new Kept();
        for (var rounds = 0; rounds < 12; rounds++)
        {
            var found = Pipeline.Run(request, kept).Diagnostics.Where(d => d.Code.Severity == Severity.Error).ToList();
            if (found.Count == 0)
            {
                return;
            }
            foreach (var fault in found.Where(d => _files.ContainsKey(d.Place.File)).DistinctBy(d => (d.Place.File, d.Place.Line)))
            {
                Refused[fault.Code.Id] = Refused.GetValueOrDefault(fault.Code.Id) + 1;
                // Lines keep their numbers until all are done.
                takeOut(fault.Place);
            }
            _files.Keys.ToList().ForEach(Write);
        }
        throw new InvalidOperationException("It is refused, whatever is taken out: " + string.Join(", ", Refused));
    }
}
