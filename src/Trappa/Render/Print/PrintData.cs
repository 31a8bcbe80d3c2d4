using System.Text;

namespace Trappa.Render.Print;

/// <summary>Tables that come with the program.</summary>
internal static class PrintData
{
    /// <summary>A table's lines, without the first, which says where it comes from.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(PrintData).Assembly.GetManifestResourceStream("print/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }
}
