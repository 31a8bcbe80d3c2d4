using System.Collections.Immutable;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>From file names to addresses and titles.</summary>
internal static class Names
{
    // Nobody counts the files of a folder in more digits: four are a year (2024-report, 2020-01-02-a-post).
    private const int MostDigits = 3;

    /// <summary>The number before the name (<c>03-valjare</c> → 3), or null.</summary>
    public static int? Order(string fileName)
    {
        var digits = fileName.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : fileName.Length;
        return digits is > 0 and <= MostDigits && fileName.Length > digits && fileName[digits] is '-' or '_' or '.' or ' '
            && int.TryParse(fileName.AsSpan(0, digits), out var number)
            ? number : null;
    }

    /// <summary>The name without ending and without the number before it.</summary>
    public static string Stem(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        return Order(name) is null ? name : name.TrimStart("0123456789".ToCharArray())[1..].TrimStart(' ', '-', '_', '.');
    }

    /// <summary>A title for something that has none: the name with spaces and a capital.</summary>
    public static string Title(string fileName)
    {
        var words = Stem(fileName).Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? fileName : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Address of a folder below <c>content/</c> (<c>a/02-b</c> → <c>/a/b/</c>).</summary>
    public static string FolderAddress(Language language, string folder) =>
        folder.Length == 0 ? "/" : "/" + string.Join('/', folder.Split('/').Select(p => language.Slug(Stem(p + ".x")))) + "/";

    /// <summary>Folder part of a path below <c>content/</c>, without slash at the end.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>Whether a file is what hosts of code show of a folder.</summary>
    public static bool IsReadme(string path) => FileOf(path).Equals("README.md", StringComparison.OrdinalIgnoreCase);

    /// <summary>File name of a path.</summary>
    public static string FileOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Path below <c>content/</c> of a path from the project's folder.</summary>
    public static string BelowContent(string path) => path["content/".Length..];

    /// <summary>A path without <c>.</c> and <c>..</c>, or null where it leads out.</summary>
    public static string? Normalise(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }
        return string.Join('/', parts);
    }

    /// <summary>Whether a path below <c>content/</c> is in one of these folders.</summary>
    public static bool IsIn(string path, params ImmutableArray<string> folders) =>
        folders.Any(f => path.StartsWith(f + "/", StringComparison.Ordinal));
}
