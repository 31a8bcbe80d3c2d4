using System.Text;

namespace Trappa.Render.Assets;

/// <summary>
/// Takes comments, indentation and empty lines out of JavaScript, and nothing else: lines stay lines, so that no
/// semicolon is put in or left out by the language (ECMAScript §12.10). Strings, templates and regular expressions
/// stay as they are. Where a slash could be a division or a regular expression and nothing near it tells which,
/// the whole text stays as it is.
/// </summary>
internal sealed class ScriptText
{
    // After these words an expression begins, so a slash begins a regular expression.
    private static readonly string[] BeforeExpression =
        ["return", "typeof", "case", "do", "else", "in", "instanceof", "new", "void", "delete", "throw"];

    // After these it depends on where they stand.
    private static readonly string[] Unclear = ["of", "yield", "await", "async", "let", "static", "get", "set"];

    private const string LineEnds = "\n\r\u2028\u2029";

    private readonly string _script;
    private readonly StringBuilder _output;
    private readonly Stack<Bracket> _open = new();
    private int _at;
    // The last token of code: a word, or its last character; and the one before it.
    private string _last = "", _beforeLast = "";
    private Bracket _closed;
    private bool _isSpaced, _isNewLine;

    private ScriptText(string script)
    {
        _script = script;
        _output = new StringBuilder(script.Length);
    }

    /// <summary>The same script in fewer characters, or as it is.</summary>
    public static string Compact(string script)
    {
        var text = new ScriptText(script);
        return text.Read() ? text._output.ToString() : script;
    }

    private bool Read()
    {
        while (_at < _script.Length)
        {
            if (!Next())
            {
                return false;
            }
        }
        return _open.Count == 0;
    }

    private bool Next()
    {
        var c = _script[_at];
        if (LineEnds.Contains(c, StringComparison.Ordinal))
        {
            _isNewLine = true;
            _at++;
            return true;
        }
        if (char.IsWhiteSpace(c) || c == '\uFEFF')
        {
            _isSpaced = true;
            _at++;
            return true;
        }
        if (c == '/' && Peek(1) is '/' or '*')
        {
            return Comment();
        }
        // Comments as HTML has them are comments in scripts too (ECMAScript §B.1.1).
        if (Starts("<!--") || (Starts("-->") && (_isNewLine || _output.Length == 0)))
        {
            return false;
        }
        Separate();
        return c switch
        {
            '"' or '\'' => Take(StringEnd(c), "\""),
            // A template is strings with code between them; the code is read as any other.
            '`' => TemplatePart(),
            '/' => Slash(),
            '(' or '[' or '{' => Open(c),
            ')' or ']' or '}' => Close(c),
            _ when IsWordPart(c) => Word(),
            '+' or '-' when Peek(1) == c => Take(_at + 2, "++"),
            _ => Take(_at + 1, c.ToString()),
        };
    }

    private bool Comment()
    {
        if (_script[_at + 1] == '/')
        {
            var line = _script.AsSpan(_at).IndexOfAny(LineEnds);
            _at = line < 0 ? _script.Length : _at + line;
            return true;
        }
        var end = _script.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }
        // A comment over several lines is a new line (§12.4).
        _isNewLine |= _script.AsSpan(_at, end - _at).IndexOfAny(LineEnds) >= 0;
        _isSpaced = true;
        _at = end + 2;
        return true;
    }

    private void Separate()
    {
        if (_output.Length > 0 && (_isNewLine || _isSpaced))
        {
            _output.Append(_isNewLine ? '\n' : ' ');
        }
        _isNewLine = _isSpaced = false;
    }

    private bool Take(int end, string token)
    {
        if (end < 0)
        {
            return false;
        }
        _output.Append(_script, _at, end - _at);
        _at = end;
        (_beforeLast, _last) = (_last, token);
        return true;
    }

    private bool Word()
    {
        var end = _at;
        while (end < _script.Length && (IsWordPart(_script[end]) || (_script[end] == '.' && char.IsAsciiDigit(_script[_at]))))
        {
            end++;
        }
        return Take(end, _script[_at..end]);
    }

    private bool Open(char c)
    {
        _open.Push(new(c, c == '(' && _beforeLast != "." && _last is "if" or "while" or "for" or "with", IsTemplate: false));
        return Take(_at + 1, c.ToString());
    }

    private bool Close(char c)
    {
        if (!_open.TryPop(out var open) || open.Mark != (c == ')' ? '(' : c == ']' ? '[' : '{'))
        {
            return false;
        }
        if (open.IsTemplate)
        {
            return TemplatePart();
        }
        _closed = open;
        return Take(_at + 1, c.ToString());
    }

    private bool Slash()
    {
        var isRegex = _last switch
        {
            "" => true,
            ")" => _closed.IsCondition,
            "]" or "\"" or "`" => false,
            "}" or "++" => (bool?)null,
            _ when _beforeLast == "." => false,
            _ when Array.IndexOf(BeforeExpression, _last) >= 0 => true,
            _ when Array.IndexOf(Unclear, _last) >= 0 => null,
            _ => !IsWordPart(_last[0]),
        };
        return isRegex switch
        {
            null => false,
            true => Take(RegexEnd(), "\""),
            _ => Take(_at + 1, "/"),
        };
    }

    private bool TemplatePart()
    {
        for (var i = _at + 1; i < _script.Length; i++)
        {
            if (_script[i] == '\\')
            {
                i++;
            }
            else if (_script[i] == '`')
            {
                return Take(i + 1, "`");
            }
            else if (_script[i] == '$' && i + 1 < _script.Length && _script[i + 1] == '{')
            {
                _open.Push(new('{', IsCondition: false, IsTemplate: true));
                return Take(i + 2, "{");
            }
        }
        return false;
    }

    private int StringEnd(char quote)
    {
        for (var i = _at + 1; i < _script.Length; i++)
        {
            if (_script[i] == '\\')
            {
                i++;
            }
            else if (_script[i] == quote)
            {
                return i + 1;
            }
            else if (_script[i] is '\n' or '\r')
            {
                return -1;
            }
        }
        return -1;
    }

    private int RegexEnd()
    {
        var isInClass = false;
        for (var i = _at + 1; i < _script.Length && !LineEnds.Contains(_script[i], StringComparison.Ordinal); i++)
        {
            switch (_script[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '/' when !isInClass:
                    for (i++; i < _script.Length && IsWordPart(_script[i]); i++)
                    {
                    }
                    return i;
            }
        }
        return -1;
    }

    private bool Starts(string text) => string.CompareOrdinal(_script, _at, text, 0, text.Length) == 0;

    private char Peek(int ahead) => _at + ahead < _script.Length ? _script[_at + ahead] : '\0';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '#' or '\\' || char.IsSurrogate(c);

    private readonly record struct Bracket(char Mark, bool IsCondition, bool IsTemplate);
}
