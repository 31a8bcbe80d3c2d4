using Trappa.Languages;

namespace Trappa.Model;

/// <summary>Offers the names nearest to one that is not there.</summary>
public static class Nearest
{
    private const int MostNames = 12;

    /// <summary>
    /// Of more names than this, only those that begin alike are compared: a guide of thousands of pages may have as many links
    /// that miss.
    /// </summary>
    public const int ManyNames = 1000;

    /// <summary>
    /// A sentence for the message: the nearest names where some are near (at most a third of the letters differ),
    /// else the names there are, when they are few; else empty. What had the name before comes before all that are spelt alike.
    /// </summary>
    /// <param name="language">For the words.</param>
    /// <param name="name">The name that is not there.</param>
    /// <param name="known">Those that are.</param>
    /// <param name="now">What had the name before, by the name that it has now; null where nothing had it.</param>
    public static string Suggestion(Language language, string name, IEnumerable<string> known, string? now = null)
    {
        if (now is not null)
        {
            return language.Fill("did_you_mean", ("names", now));
        }
        var names = known.ToList();
        // The file is meant, with its ending and the number before its name.
        if (Names.Stem(name) is var stem && names.Contains(stem, StringComparer.Ordinal))
        {
            return language.Fill("did_you_mean", ("names", stem));
        }
        var isMany = names.Count > ManyNames;
        names = isMany
            ? [.. names.Where(n => n.AsSpan().StartsWith(name.AsSpan(0, (name.Length + 1) / 2), StringComparison.OrdinalIgnoreCase))]
            : [.. names.Distinct(StringComparer.Ordinal)];
        var near = names
            .Where(n => IsNear(name, n))
            .Select(n => (Name: n, Distance: Distance(name, n)))
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Select(n => n.Name)
            .Distinct(StringComparer.Ordinal)
            .Take(3)
            .ToList();
        if (near.Count > 0)
        {
            return language.Fill("did_you_mean", ("names", string.Join(", ", near)));
        }
        return names.Count switch
        {
            _ when isMany => "",
            0 => language.Word("nothing_known"),
            <= MostNames => language.Fill("known_names",
                ("names", string.Join(", ", names.Order(StringComparer.Ordinal)))),
            _ => "",
        };
    }

    /// <summary>Whether one may be the other misspelt: at most a third of the letters differ.</summary>
    public static bool IsNear(string name, string other)
    {
        var most = Math.Max(2, name.Length / 3);
        // Each letter more or less is one difference at least; a guide may have thousands of names.
        return Math.Abs(other.Length - name.Length) <= most
            && Distance(name, other) is var distance && distance <= most && distance < Math.Max(name.Length, other.Length);
    }

    /// <summary>Optimal string alignment distance, letters in lower case (Damerau 1964; two neighbours swapped count as one).</summary>
    public static int Distance(string left, string right)
    {
        // A name pasted by mistake may be a whole page; nothing that long is near anything.
        if (left.Length > 100 || right.Length > 100)
        {
            return int.MaxValue;
        }
        var a = left.ToLowerInvariant();
        var b = right.ToLowerInvariant();
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            table[i, 0] = i;
        }
        for (var j = 0; j <= b.Length; j++)
        {
            table[0, j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, table[i - 2, j - 2] + 1);
                }
                table[i, j] = best;
            }
        }
        return table[a.Length, b.Length];
    }
}
