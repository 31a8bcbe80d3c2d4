using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Trappa.BrowserTests.Site;

/// <summary>
/// The rules of a site's <c>_headers</c>, as hosts read them: a path, where <c>*</c> stands for anything, and below
/// it, indented, what is said with each file that the path names.
/// </summary>
internal sealed class HeaderRules
{
    private readonly ImmutableArray<(Regex Path, string Name, string Value)> _rules;

    private HeaderRules(ImmutableArray<(Regex Path, string Name, string Value)> rules) => _rules = rules;

    /// <summary>Reads the file's lines.</summary>
    public static HeaderRules Read(IEnumerable<string> lines)
    {
        var rules = ImmutableArray.CreateBuilder<(Regex, string, string)>();
        Regex? path = null;
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            if (!char.IsWhiteSpace(line[0]))
            {
                path = new($"^{Regex.Escape(line.Trim()).Replace("\\*", ".*", StringComparison.Ordinal)}$");
            }
            else if (path is not null && line.Split(':', 2) is [var name, var value])
            {
                rules.Add((path, name.Trim(), value.Trim()));
            }
        }
        return new(rules.ToImmutable());
    }

    /// <summary>What is said with the file at a path, which begins with a slash at the site's start.</summary>
    public IEnumerable<(string Name, string Value)> For(string path) =>
        _rules.Where(r => r.Path.IsMatch(path)).Select(r => (r.Name, r.Value));
}
