using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Words;

/// <summary>
/// TR724, TR725: what a fact says, written by hand, so that it will not change with the fact; and what a fact said in the
/// edition before, which did not.
/// </summary>
internal static class HandwrittenFacts
{
    // Shorter ones stand in a text by chance.
    private const int Shortest = 3;

    public static IEnumerable<Diagnostic> Find(GuideWording words)
    {
        var guide = words.Guide;
        var endings = guide.Language.NameEndings.ToArray();
        var facts = guide.Facts.SelectMany(f => Forms(f.Value, guide.Language).Select(form => (Code: Codes.FactByHand, Form: form, f.Name, f.Value)))
            .Concat(Old(guide)).Where(f => f.Form.Length >= Shortest)
            .DistinctBy(f => f.Form, StringComparer.Ordinal).OrderByDescending(f => f.Form.Length).ToList();
        foreach (var (wording, passage) in words.Passages().Where(p => p.Wording.Kind != WordingKind.Fact))
        {
            var taken = new List<(int Start, int End)>();
            foreach (var fact in facts)
            {
                foreach (var (start, length) in Phrases.Find(passage, fact.Form, StringComparison.Ordinal, endings))
                {
                    // The longest says all: not the surname once more within the name.
                    if (taken.Exists(t => start < t.End && start + length > t.Start))
                    {
                        continue;
                    }
                    taken.Add((start, start + length));
                    yield return new(fact.Code, wording.At(passage, start, length), ("text", fact.Form), ("name", fact.Name), ("value", fact.Value));
                }
            }
        }
    }

    private static IEnumerable<(Code Code, string Form, string Name, string Value)> Old(Guide guide)
    {
        var now = guide.Facts.DistinctBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        return from edition in guide.Frozen.Reverse()
               from fact in edition.Guide.Facts
               where now.TryGetValue(fact.Name, out var value) && value != fact.Value
               from form in Forms(fact.Value, guide.Language)
               select (Codes.OldFactByHand, form, fact.Name, now[fact.Name]);
    }

    // A day without its year and as ISO 8601; of a person the surname alone.
    private static IEnumerable<string> Forms(string value, Language language)
    {
        yield return value;
        foreach (var form in Day(value, language) is { } day ? DayForms(day, language) : Surname(value))
        {
            yield return form;
        }
    }

    private static DateOnly? Day(string value, Language language)
    {
        var parts = value.Split(' ');
        return parts.Length == 3 && DateOnly.TryParseExact(
            string.Join('-', parts.Select(p => language.Months.IndexOf(p.ToLowerInvariant()) is var month and >= 0 ? (month + 1).ToString("00", CultureInfo.InvariantCulture)
                : language.Months.IndexOf(p) is var named and >= 0 ? (named + 1).ToString("00", CultureInfo.InvariantCulture) : p)),
            ["d-MM-yyyy", "MM-d-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static IEnumerable<string> DayForms(DateOnly day, Language language)
    {
        yield return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return language.Day(day).Replace(day.Year.ToString("0000", CultureInfo.InvariantCulture), "", StringComparison.Ordinal).Trim(' ', ',');
    }

    private static IEnumerable<string> Surname(string value)
    {
        var words = value.Split(' ');
        return words.Length is 2 or 3 && words.All(w => w.Length > 1 && char.IsUpper(w[0]) && w.Skip(1).All(c => char.IsLower(c) || c == '-')) ? [words[^1]] : [];
    }
}
