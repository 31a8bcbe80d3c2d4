using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>The lists that a flow's file is made of. They are counted before anything is made of them: four megabytes hold a million.</summary>
internal sealed record FlowLists(YamlList? Readers, YamlList? Questions, YamlList? Outcomes)
{
    // With the table's limits, few enough that all proofs take less than a second.
    private const int MostAnswers = 100_000;

    /// <summary>Whether a list is longer than a flow may have it, which is told.</summary>
    public bool AreTooLong(Language language, List<Diagnostic> diagnostics)
    {
        var answers = (Questions?.Items ?? []).OfType<YamlMap>()
            .Sum(q => q.Find(language.Field("answers")) is YamlList list ? (long)list.Items.Length : 0);
        List<(string Name, YamlList? List, long Count, int Limit)> counted =
        [
            ("readers", Readers, Readers?.Items.Length ?? 0, FieldTable.Flow["readers"].Most!.Value),
            ("questions", Questions, Questions?.Items.Length ?? 0, FieldTable.Flow["questions"].Most!.Value),
            ("answers", Questions, answers, MostAnswers),
            ("outcomes", Outcomes, Outcomes?.Items.Length ?? 0, FieldTable.Flow["outcomes"].Most!.Value),
        ];
        var tooLong = counted.Where(c => c.Count > c.Limit).ToList();
        diagnostics.AddRange(tooLong.Select(c => new Diagnostic(Codes.FlowTooLarge, c.List!.Place,
            ("name", language.Field(c.Name)),
            ("count", c.Count.ToString(CultureInfo.InvariantCulture)),
            ("limit", c.Limit.ToString(CultureInfo.InvariantCulture)))));
        return tooLong.Count > 0;
    }
}
