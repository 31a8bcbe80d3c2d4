using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Tests;

/// <summary>A guide as the model has it, whatever is wrong with it.</summary>
internal static class ReadGuide
{
    /// <summary>The guide of a folder, on the first of May 2024.</summary>
    public static Guide Of(string folder) => Modeler.Model(Parser.Parse(Loader.Load(folder)).Parsed, new(new(2024, 5, 1))).Guide;

    /// <summary>The guide of these files.</summary>
    /// <param name="files">Path and text, such as <c>content/index.md</c>.</param>
    public static Guide Of(params ReadOnlySpan<(string Path, string Text)> files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
            File.WriteAllText(folder[path], text);
        }
        return Of(folder.Path);
    }
}
