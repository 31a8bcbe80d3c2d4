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

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
