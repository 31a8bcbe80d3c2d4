using System.Text;

namespace Trappa.Render.Assets;

/// <summary>
/// Takes comments and needless white space out of CSS, and nothing else: strings stay as they are, and a space
/// stays where it may separate (CSS Syntax 3 §4.3).
/// </summary>
internal static class StyleSheet
{
    public static string Compact(string css)
    {
        var output = new StringBuilder(css.Length);
        var at = 0;
        while (at < css.Length)
        {
            var c = css[at];
            if (c is '"' or '\'')
            {
                var end = StringEnd(css, at);
                output.Append(css, at, end - at);
                at = end;
            }
            else if (c == '/' && at + 1 < css.Length && css[at + 1] == '*')
            {
                var end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? css.Length : end + 2;
                Space(output);
            }
            else if (char.IsWhiteSpace(c))
            {
                Space(output);
                at++;
            }
            else
            {
                // White space before these never separates; before ":" and "(" it may.
                if (c is '{' or '}' or ';' or ',' && output.Length > 0 && output[^1] == ' ')
                {
                    output.Length--;
                }
                if (c == '}' && output.Length > 0 && output[^1] == ';')
                {
                    output.Length--;
                }
                output.Append(c);
                at++;
            }
        }
        return output.ToString().Trim();
    }

    private static void Space(StringBuilder output)
    {
        if (output.Length > 0 && output[^1] is not (' ' or '{' or '}' or ';' or ',' or ':'))
        {
            output.Append(' ');
        }
    }

    private static int StringEnd(string css, int start)
    {
        for (var i = start + 1; i < css.Length; i++)
        {
            if (css[i] == '\\')
            {
                i++;
            }
            else if (css[i] == css[start])
            {
                return i + 1;
            }
        }
        return css.Length;
    }
}
