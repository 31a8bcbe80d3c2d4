using System.Text;
using Trappa.Commands;
using Trappa.Diagnostics;

namespace Trappa.Tests;

/// <summary>A small guide, written down in the test and built into memory.</summary>
internal sealed class BuiltGuide
{
    private readonly BuildResult _result;

    private BuiltGuide(BuildResult result) => _result = result;

    /// <summary>Codes of what was found, in the order of files and lines.</summary>
    public IEnumerable<string> Codes => _result.Diagnostics.Select(d => d.Code.Id);

    /// <summary>What was found, each as its code and message in the guide's language.</summary>
    public IEnumerable<string> Messages => _result.Diagnostics.Select(d => d.Code.Id + " " + d.Message(_result.Guide!.Language));

    /// <summary>How to mend what was found, in the guide's language.</summary>
    public IEnumerable<string> Remedies => _result.Diagnostics.Where(d => d.Code.Severity == Severity.Error).Select(d => d.Remedy(_result.Guide!.Language));

    /// <summary>Codes of the errors.</summary>
    public IEnumerable<string> Errors => _result.Diagnostics.Where(d => d.Code.Severity == Severity.Error).Select(d => d.Code.Id + " " + d.Place);

    /// <summary>Paths of the site's files.</summary>
    public IEnumerable<string> Files => _result.Files.Select(f => f.Path);

    /// <summary>The text of a file of the site.</summary>
    public string this[string path] => Encoding.UTF8.GetString(_result.Files.Single(f => f.Path == path).Bytes.Span);

    /// <summary>What stands in a page's main element.</summary>
    public string Main(string path)
    {
        var page = this[path];
        return page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
    }

    /// <summary>Builds a guide of these files.</summary>
    /// <param name="files">Path and text, such as <c>content/index.md</c>.</param>
    public static BuiltGuide Of(params ReadOnlySpan<(string Path, string Text)> files) => Of(new ModelOptionsForTest(), files);

    /// <summary>Builds a guide with options.</summary>
    public static BuiltGuide Of(ModelOptionsForTest options, params ReadOnlySpan<(string Path, string Text)> files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in files)
        {
            var file = folder[path];
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        return new(Pipeline.Run(new(folder.Path, new(new(2024, 5, 1), options.BaseUrl, options.Drafts), options.Portable)));
    }
}

/// <summary>What the command line would say.</summary>
internal sealed record ModelOptionsForTest(string? BaseUrl = null, bool Drafts = false, bool Portable = false);
