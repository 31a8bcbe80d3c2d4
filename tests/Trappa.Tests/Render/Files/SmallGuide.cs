using System.Collections.Immutable;
using System.Text;
using Trappa.Commands;
using Trappa.Model;

namespace Trappa.Tests.Render.Files;

/// <summary>A guide of two steps and two pages, with what is hard to write down: signs that mean something elsewhere.</summary>
internal static class SmallGuide
{
    internal const string Settings = """
        title: Fish & <chips> "now"
        description: Åt <alla> & envar
        edition: {name: Spring, month: 2024-04}
        """;

    /// <summary>The site's files by path, built for an address, or for none.</summary>
    internal static ImmutableSortedDictionary<string, byte[]> Build(
        string? address, bool portable = false, string settings = Settings, params ReadOnlySpan<(string Path, string Text)> more)
    {
        using var folder = new TemporaryFolder();
        Write("site.yaml", settings);
        Write("index.md", "# Home\n");
        Write("steps/01-listener.md", "---\nname: Listener\nlead: Listens.\nalias: [/old/listener/]\n---\n");
        Write("steps/02-member.md", "---\nname: Member\nlead: Is in.\n---\n");
        Write("tips/first.md", "---\ntitle: First & \"last\"\ndate: 2024-05-06\nalias: [gammal.html, tips/före-detta, index.html, robots.txt]\n---\nText.\n");
        Write("tips/second.md", "---\ntitle: Second\n---\nText.\n");
        foreach (var (path, text) in more)
        {
            Write(path, text);
        }
        var result = Pipeline.Run(new(folder.Path, new(new(2024, 6, 1), address), portable));
        Assert.DoesNotContain(result.Diagnostics, d => d.Code.Severity == Trappa.Diagnostics.Severity.Error);
        return result.Files.ToImmutableSortedDictionary(f => f.Path, f => f.Bytes.ToArray(), StringComparer.Ordinal);

        void Write(string path, string text)
        {
            var file = folder["content/" + path];
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    internal static string Text(this ImmutableSortedDictionary<string, byte[]> files, string path) => Encoding.UTF8.GetString(files[path]);
}
