using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Trappa.Load;

/// <summary>The default templates, which travel inside the executable.</summary>
public static class BuiltInTemplates
{
    private const string Prefix = "templates/";

    /// <summary>All of them: path below <c>templates/</c> → text.</summary>
    public static ImmutableSortedDictionary<string, string> Read()
    {
        var assembly = typeof(BuiltInTemplates).Assembly;
        var templates = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                templates[name[Prefix.Length..]] = Text(assembly.GetManifestResourceStream(name)!);
            }
        }
        return templates.ToImmutable();
    }

    /// <summary>The text of one, or null where there is none at this path below <c>templates/</c>.</summary>
    public static string? Find(string path) =>
        typeof(BuiltInTemplates).Assembly.GetManifestResourceStream(Prefix + path) is { } stream ? Text(stream) : null;

    // A reader would take memory of its own for each of a hundred, at every start.
    private static string Text(Stream stream)
    {
        using (stream)
        {
            var bytes = ArrayPool<byte>.Shared.Rent((int)stream.Length);
            stream.ReadExactly(bytes, 0, (int)stream.Length);
            var text = Encoding.UTF8.GetString(bytes, 0, (int)stream.Length);
            ArrayPool<byte>.Shared.Return(bytes);
            return text;
        }
    }
}
