using Trappa.BrowserTests.Site;
using Trappa.Tests;

namespace Trappa.BrowserTests.Offline;

/// <summary>An edition of this repository's guide, with words of its own.</summary>
internal static class Edition
{
    /// <summary>The guide with changes: a file below <c>content/</c>, what stands there, and what is to stand there.</summary>
    public static BuiltSite With(params ReadOnlySpan<(string File, string Old, string New)> changes) => With(changes, []);

    /// <summary>The guide under another name, with its PDFs.</summary>
    public static BuiltSite Printed(string name) => With([Name(name)], ["--pdf", "require"]);

    private static BuiltSite With(ReadOnlySpan<(string File, string Old, string New)> changes, string[] options)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            var copy = folder["content/" + Path.GetRelativePath(Repository.PathOf("content"), file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        foreach (var (file, old, @new) in changes)
        {
            var path = folder["content/" + file];
            var text = File.ReadAllText(path);
            Assert.Contains(old, text, StringComparison.Ordinal);
            File.WriteAllText(path, text.Replace(old, @new, StringComparison.Ordinal));
        }
        return new(folder.Path, options);
    }

    /// <summary>The guide under another name, which stands on every page.</summary>
    public static BuiltSite Named(string name) => With(Name(name));

    private static (string File, string Old, string New) Name(string name) => ("site.yaml", "titel: Engagemangstrappan", "titel: " + name);

    /// <summary>The guide with other settings.</summary>
    public static BuiltSite Set(string line) => With(("site.yaml", "html: nej", "html: nej\n" + line));
}
