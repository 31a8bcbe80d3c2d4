using System.Text;
using Trappa.Render;

namespace Trappa.Tests.Write;

/// <summary>Small sites to write, and what stands in a folder as text that two of them can be compared by.</summary>
internal static class Sites
{
    /// <summary>A site in which every file says which edition it is of, and which has pages the others lack.</summary>
    internal static List<OutputFile> Edition(string name, int pages = 40) =>
    [
        File("index.html", $"<p>{name}"),
        File($"only-{name}/index.html", name),
        .. Enumerable.Range(0, pages).Select(i => File($"section-{i % 5}/page-{i}/index.html", $"{name} {i} {new string('x', 500 + i)}")),
    ];

    internal static OutputFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>All files of a folder but the manifest, each with its text, by path.</summary>
    internal static string Standing(string folder) =>
        Said(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(folder, f).Replace('\\', '/'), System.IO.File.ReadAllText(f)))
            .Where(f => f.Item1 != ".trappa"));

    /// <summary>The same of a site in memory.</summary>
    internal static string Meant(IEnumerable<OutputFile> files) =>
        Said(files.Select(f => (f.Path, Encoding.UTF8.GetString(f.Bytes.Span))));

    private static string Said(IEnumerable<(string Path, string Text)> files) =>
        string.Join('\n', files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Path}: {f.Text}"));
}
