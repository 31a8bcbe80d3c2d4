using Trappa.Languages;

namespace Trappa.Render;

/// <summary>What Scriban finds wrong, in the guide's own language: it says so in English alone, and in words of its grammar.</summary>
internal static class TemplateProblem
{
    // The first that fits; Scriban has some two hundred messages, and few of them are met.
    private static readonly (string Part, string Word)[] Kinds =
    [
        ("<end>", "problem_end"), ("`end`", "problem_end"), ("{{end}}", "problem_end"), ("end of file", "problem_end"), ("<EOF>", "problem_end"),
        ("is null", "problem_empty"), ("null values", "problem_empty"),
        ("string literal", "problem_quote"), ("closing", "problem_quote"), ("unterminated", "problem_quote"),
        ("is not supported", "problem_operator"), ("divide by zero", "problem_operator"),
        ("argument", "problem_argument"), ("convert", "problem_argument"),
        ("Expecting", "problem_missing"), ("Unexpected", "problem_sign"), ("Invalid", "problem_sign"),
    ];

    /// <summary>A message of Scriban's in other words.</summary>
    public static string Of(string message, Language language) =>
        language.Word(Kinds.Where(k => message.Contains(k.Part, StringComparison.OrdinalIgnoreCase)).Select(k => k.Word).FirstOrDefault("problem_other"));
}
