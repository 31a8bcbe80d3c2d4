using System.Text.Json.Nodes;
using Trappa.Commands;
using Trappa.Load;

namespace Trappa.Tests;

/// <summary>A guide that asks for the editing page, and a folder of packages that stand for the real ones.</summary>
internal sealed class EditedGuide : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EditedGuide(IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            Write("guide/" + path, text);
        }
        foreach (var (name, version) in EditorPackages.Wanted)
        {
            Write($"node_modules/{name}/package.json", new JsonObject { ["version"] = version }.ToJsonString());
            Write($"node_modules/{name}/LICENSE", "words");
            Write($"node_modules/{name}/LICENSE.txt", "words");
        }
        Write("node_modules/@sveltia/cms/npm/index.js", "export default {};");
        Write("node_modules/@sveltia/cms/npm/index.js.map", "{}");
        Write("node_modules/@sveltia/cms/locales/sv.json", "{}");
        Write("node_modules/yaml/browser/index.js", "export {};");
    }

    /// <summary>A small guide with the setting that switches the page on.</summary>
    public static IEnumerable<(string Path, string Text)> Small { get; } =
    [
        ("content/site.yaml", "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\nredigera:\n  värd: github\n  förråd: ni/guide\n"),
        ("content/index.md", "# Start\n"),
    ];

    public string this[string path] => _folder[path];

    public string Text(string path) => File.ReadAllText(_folder["site/" + path]);

    public (int Code, string Said) Build(params string[] options)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["build", _folder["guide"], "--out", _folder["site"], "--drafts", .. options],
            new(TextWriter.Null, error, Repository.Root, new(2024, 5, 1), IsTerminal: false, Colour: false));
        return (code, error.ToString().Replace(Path.GetRelativePath(Repository.Root, _folder["guide"]).Replace('\\', '/') + "/", "", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }
}
