using System.Collections.Immutable;
using System.Text;

namespace Trappa.Links;

/// <summary>What a server's <c>robots.txt</c> lets a program read (RFC 9309).</summary>
public sealed class RobotRules
{
    /// <summary>As much of the file as is read; §2.5 asks for no less.</summary>
    public const int MostBytes = 500 * 1024;

    private readonly ImmutableArray<(string Path, bool IsAllowed)> _rules;

    private RobotRules(ImmutableArray<(string Path, bool IsAllowed)> rules) => _rules = rules;

    /// <summary>No rules: everything may be read.</summary>
    public static RobotRules None { get; } = new([]);

    /// <summary>The rules for a program: those of all groups that name it, else those for everybody (§2.2.1).</summary>
    /// <param name="text">The file.</param>
    /// <param name="product">The program's name in lower case.</param>
    public static RobotRules Read(string text, string product)
    {
        var own = ImmutableArray.CreateBuilder<(string, bool)>();
        var all = ImmutableArray.CreateBuilder<(string, bool)>();
        var (isOwn, isAll, isNamed, hasRules) = (false, false, false, false);
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var record = line.Split('#')[0];
            var colon = record.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }
            var (name, value) = (record[..colon].Trim(), record[(colon + 1)..].Trim());
            if (name.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // A name after rules begins another group; other lines, such as Sitemap, end none (§2.2.4).
                (isOwn, isAll, hasRules) = hasRules ? (false, false, false) : (isOwn, isAll, false);
                isAll |= value == "*";
                isOwn |= Token(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                isNamed |= isOwn;
            }
            else if (name.ToLowerInvariant() is ("allow" or "disallow") and var kind)
            {
                hasRules = true;
                if (value.Length > 0 && isOwn)
                {
                    own.Add((Octets(value), kind == "allow"));
                }
                if (value.Length > 0 && isAll)
                {
                    all.Add((Octets(value), kind == "allow"));
                }
            }
        }
        return new(isNamed ? own.ToImmutable() : all.ToImmutable());
    }

    /// <summary>Whether a path with its query may be read: the longest rule that fits decides, and of two as long the kinder (§2.2.2).</summary>
    public bool Allows(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt")
        {
            return true;
        }
        var path = Octets(pathAndQuery);
        var fitting = _rules.Where(r => Fits(r.Path, path)).ToList();
        return fitting.Count == 0 || fitting.OrderByDescending(r => r.Path.Length).ThenByDescending(r => r.IsAllowed).First().IsAllowed;
    }

    // A product token has letters, _ and - alone; a version after it is none of it.
    private static string Token(string value) => string.Concat(value.TakeWhile(c => char.IsAsciiLetter(c) || c is '_' or '-'));

    // The same octets are the same path, however they are written (§2.2.2): what need not be escaped is not, all else is.
    private static string Octets(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var octet = isEscape ? Convert.FromHexString(Encoding.ASCII.GetString(bytes, i + 1, 2))[0] : bytes[i];
            i += isEscape ? 2 : 0;
            var isPlain = isEscape ? char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' : octet is > 0x20 and < 0x7F;
            text.Append(isPlain ? ((char)octet).ToString() : $"%{octet:X2}");
        }
        return text.ToString();
    }

    // * stands for anything, $ at the end for the end (§2.2.3). Step by step from star to star: no pattern makes it slow.
    private static bool Fits(string rule, string path)
    {
        var isWhole = rule.EndsWith('$');
        var parts = (isWhole ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var isLast = isWhole && i == parts.Length - 1;
            var found = isLast ? path.Length - parts[i].Length : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at || !path.AsSpan(found).StartsWith(parts[i], StringComparison.Ordinal))
            {
                return false;
            }
            at = found + parts[i].Length;
        }
        return !isWhole || at == path.Length;
    }
}
