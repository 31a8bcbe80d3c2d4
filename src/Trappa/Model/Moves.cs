using System.Collections.Immutable;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>Where what stood at an address before stands now.</summary>
public static class Moves
{
    /// <summary>Address → the address it has now, for all that is there and all that is led on.</summary>
    public static ImmutableDictionary<string, string> Of(Guide guide)
    {
        var moves = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var pages = guide.AllPages().ToList();
        foreach (var (alias, address) in guide.Steps.SelectMany(s => s.Aliases.Select(a => (a.Value, s.Address)))
            .Concat(pages.SelectMany(p => p.Aliases.Select(a => (a.Value, p.Address)))))
        {
            moves[Tidy(alias)] = address;
        }
        foreach (var address in guide.Steps.Select(s => s.Address).Concat(pages.Select(p => p.Address)).Concat(guide.Folders.SelectMany(Folders)))
        {
            moves[address] = address;
        }
        return moves.ToImmutable();
    }

    /// <summary>The slug of what an alias led to: the last part of it.</summary>
    public static string NameIn(string alias, Language language) => language.Slug(Tidy(alias).Trim('/').Split('/')[^1]);

    private static IEnumerable<string> Folders(Folder folder) => folder.Folders.SelectMany(Folders).Prepend(folder.Address);

    /// <summary>An alias as addresses are written: with a slash at either end, and without <c>index.html</c>.</summary>
    internal static string Tidy(string alias)
    {
        var path = alias.EndsWith("/index.html", StringComparison.Ordinal) ? alias[..^"index.html".Length] : alias;
        path = path.Trim('/');
        return path.Length == 0 ? "/" : "/" + path + "/";
    }
}
