using System.Text.Json.Nodes;
using Trappa.Commands;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Tests.Languages;
using Trappa.Tests.Model;

namespace Trappa.Tests.Render.Editing;

/// <summary>E14: the page on which the guide is changed: its forms beside the fields there are, and what it is to the site.</summary>
public class EditingPage
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_field_that_a_file_may_have_is_in_its_form_and_no_other(string code)
    {
        var language = Strings.Read(code);
        var files = FieldsOfTheTable.WholeGuide(language).ToList();
        var forms = Forms(files, language);

        var wanted = files.SelectMany(f => Written(f.Path, f.Text, language)).Distinct().Order(StringComparer.Ordinal);
        var found = Collections(forms).SelectMany(c => c.Fields.SelectMany(f => Named(f!, c.Of + "/", language)));

        Assert.Equal(wanted, found.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_field_has_a_label_a_hint_and_its_limits()
    {
        var forms = Forms(FieldsOfTheTable.WholeGuide(Strings.Read("sv")), Strings.Read("sv"));
        var fields = Collections(forms).SelectMany(c => c.Fields).SelectMany(f => Below(f!)).ToList();

        Assert.Equal([], fields.Where(f => $"{f["label"]}".Length == 0 || $"{f["hint"]}".Length == 0).Select(f => $"{f["name"]}"));
        Assert.Equal(("number", 1), fields.Where(f => $"{f["name"]}" == "längst-månader").Select(f => ($"{f["widget"]}", (int)f["min"]!)).Single());
        Assert.Equal(20, fields.Where(f => $"{f["name"]}" == "läsare").Select(f => (int)f["max"]!).Single());
        Assert.Equal(["ja", "nej"], fields.First(f => $"{f["name"]}" == "utkast")["options"]!.AsArray().Select(o => $"{o}"));
        Assert.Equal("2024-04", PatternTakes(fields.First(f => $"{f["name"]}" == "månad"), "2024-04", "april"));
    }

    [Fact]
    public void Quotes_steps_and_questions_are_lists_to_choose_from()
    {
        var content = Repository.PathOf("content");
        var files = Directory.GetFiles(content, "*", SearchOption.AllDirectories)
            .Select(f => ("content/" + Path.GetRelativePath(content, f).Replace('\\', '/'), File.ReadAllText(f)))
            .Select(f => f.Item1 == "content/site.yaml" ? (f.Item1, f.Item2 + "\nredigera: {värd: github, förråd: ni/guide}\n") : f);
        var forms = Forms(files, Strings.Read("sv"));
        var fields = Collections(forms).SelectMany(c => c.Fields).SelectMany(f => Below(f!)).ToList();

        string[] Options(string name) => [.. fields.Where(f => $"{f["name"]}" == name && f["options"] is not null).SelectMany(f => f["options"]!.AsArray()).Select(o => $"{o}").Distinct()];
        Assert.Equal(Directory.GetFiles(Path.Combine(content, "citat")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), Options("citat"));
        Assert.Contains("steg:ledare-foretradare", Options("till"));
        Assert.Contains("medlem", Options("start"));
        Assert.Equal(["github", "gitlab"], Options("värd"));
        // A section goes by what site.yaml says of it.
        Assert.Contains("Så kan hen bjudas in", fields.Select(f => $"{f["label"]}"));
    }

    [Fact]
    public void It_is_no_page_of_the_guide_and_has_a_policy_of_its_own()
    {
        using var without = new EditedGuide(EditedGuide.Small);
        using var with = new EditedGuide(EditedGuide.Small);
        Assert.Equal(ExitCodes.Fine, without.Build().Code);
        Assert.Equal(ExitCodes.Fine, with.Build("--editor", with["node_modules"]).Code);

        // All that the guide's own pages are told is as it was, and so is every file of the site.
        var rules = with.Text("_headers")[..with.Text("_headers").IndexOf("/redigera/*", StringComparison.Ordinal)];
        Assert.StartsWith(rules, without.Text("_headers"), StringComparison.Ordinal);
        Assert.Equal(Files(without), Files(with).Where(f => !f.Path.StartsWith("redigera/", StringComparison.Ordinal)));
        Assert.Single(rules.Split('\n'), l => l.Contains("Content-Security-Policy", StringComparison.Ordinal));
        var own = with.Text("_headers")[rules.Length..];
        Assert.Contains("connect-src 'self' blob: data: https://api.github.com;", own, StringComparison.Ordinal);
        Assert.Contains("X-Robots-Tag: noindex", own, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", with.Text("redigera/index.html"), StringComparison.Ordinal);
        Assert.Equal("export default {}", with.Text("redigera/sveltia/locales/sv.js"));
        Assert.False(File.Exists(with["site/redigera/sveltia/npm/index.js.map"]));
    }

    [Fact]
    public void The_versions_that_publishing_fetches_are_those_that_the_page_is_made_for() =>
        Assert.Equal(Trappa.Load.EditorPackages.Wanted.Select(w => (w.Name, w.Version)),
            JsonNode.Parse(File.ReadAllText(Repository.PathOf(".ci", "editor", "package.json")))!["dependencies"]!.AsObject().Select(d => (d.Key, $"{d.Value}")));

    private static IEnumerable<(string Path, string Text)> Files(EditedGuide guide) =>
        Directory.GetFiles(guide["site"], "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(guide["site"], f).Replace('\\', '/'))
            .Where(f => f is not ("_headers" or ".trappa")).Order(StringComparer.Ordinal)
            .Select(f => (f, guide.Text(f)));

    private static JsonNode Forms(IEnumerable<(string Path, string Text)> files, Language language)
    {
        using var guide = new EditedGuide(files);
        // What is wrong with the words of a guide does not matter to its forms.
        var read = Pipeline.Check(new(guide["guide"], new(new(2024, 5, 1), Drafts: true), Portable: false));
        var packages = Trappa.Load.EditorPackages.Read(guide["node_modules"], language.Code).Packages;
        var page = Trappa.Render.Editing.EditPage.All(read.Guide!, packages);
        return JsonNode.Parse(page.Single(f => f.Path.EndsWith("forms.json", StringComparison.Ordinal)).Bytes.Span)!;
    }

    private static IEnumerable<(string Of, JsonArray Fields)> Collections(JsonNode forms)
    {
        foreach (var collection in forms["config"]!["collections"]!.AsArray())
        {
            if (collection!["folder"] is { } folder)
            {
                yield return ($"{folder}", collection["fields"]!.AsArray());
            }
            foreach (var file in collection["files"]?.AsArray() ?? [])
            {
                yield return ($"{file!["file"]}", file["fields"]!.AsArray());
            }
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode field) =>
        (field["fields"]?.AsArray() ?? []).SelectMany(f => Below(f!)).Prepend(field);

    // Which of a step's parts an outcome has words for is its reader's to say; a form has room for all.
    private static string Name(string name, Language language) =>
        new[] { "say", "need", "do", "invite", "next" }.Select(language.Value).Contains(name) ? language.Value("sign") : name;

    private static IEnumerable<string> Named(JsonNode field, string under, Language language)
    {
        // The list that the file of resources is has no name in the file.
        var isFile = $"{field["name"]}" == "resources";
        var path = isFile ? under : under + (under.Contains("/" + language.Field("outcomes") + "/ord/", StringComparison.Ordinal) ? Name($"{field["name"]}", language) : $"{field["name"]}");
        return (field["fields"]?.AsArray() ?? []).SelectMany(f => Named(f!, isFile ? path : path + "/", language)).Concat(isFile ? [] : [path]);
    }

    private static IEnumerable<string> Written(string path, string text, Language language)
    {
        var isPage = path.EndsWith(".md", StringComparison.Ordinal);
        var yaml = isPage ? text.Split("---\n")[1] : text;
        var of = isPage ? path[..path.LastIndexOf('/')] : path;
        return Paths(JsonNode.Parse(yaml), of, language).Concat(isPage ? [of + "/body"] : []);
    }

    private static IEnumerable<string> Paths(JsonNode? node, string under, Language language) => node switch
    {
        JsonArray list => list.SelectMany(i => Paths(i, under, language)),
        JsonObject map when IsKeyed(under, language) => map.SelectMany(e => (e.Value is JsonObject inner ? inner.Select(f => $"{under}/{f.Key}") : [$"{under}/{language.Field("value")}"])
            .Append($"{under}/{language.Field("name")}")),
        JsonObject map => map.SelectMany(e => Paths(e.Value, $"{under}/{e.Key}", language).Append($"{under}/{e.Key}")),
        _ => [],
    };

    // Where whoever writes the file makes up the names, the form has a list with a name in each.
    private static bool IsKeyed(string under, Language language) => new[] { "site.yaml/" + language.Field("facts"), "site.yaml/" + language.Field("folders"),
        $"{language.File("words")}/{language.Field("avoid")}", $"{language.File("words")}/{language.Field("synonyms")}" }
        .Any(k => under == "content/" + k);

    private static string PatternTakes(JsonNode field, params string[] values) =>
        string.Join(' ', values.Where(v => System.Text.RegularExpressions.Regex.IsMatch(v, $"{field["pattern"]![0]}")));
}
