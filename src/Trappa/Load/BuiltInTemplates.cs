using System.Collections.Immutable;
using System.Reflection;
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
                templates[name[Prefix.Length..]] = Text(assembly, name);
            }
        }
        return templates.ToImmutable();
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
