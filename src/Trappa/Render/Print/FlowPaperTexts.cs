using System.Collections.Immutable;
using System.Globalization;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;

namespace Trappa.Render.Print;

/// <summary>
/// The words of a flow on paper, set and measured. Whoever holds a card has somebody in front of them, or is alone with it:
/// the words are the first reader's, or those that the flow's file gives for cards.
/// </summary>
internal sealed class FlowPaperTexts(Flow flow, Language language, Typesetter typesetter, TextMeasure measure)
{
    // An answer as short as "Vet inte" is not broken where lines may end between answers.
    private const int MostTogether = 10;

    private const int WidestTenths = 4000;

    // A box is not so narrow that words have another line in a browser that rounds otherwise: as much is left, in millimetres.
    private const double Hair = 0.03;

    private readonly Dictionary<(string, bool, double, double), int> _lines = [];

    /// <summary>What the flow is called.</summary>
    public ImmutableArray<TextRun> Title => [Run(flow.Title, true)];

    /// <summary>What a question asks.</summary>
    public ImmutableArray<TextRun> Ask(int node) => flow.Questions[node] is var question
        ? [Run(question.CardText ?? question.Texts.FirstOrDefault(t => t is not null)?.Ask ?? question.About, true)] : [];

    /// <summary>Answers that lead to the same.</summary>
    public ImmutableArray<TextRun> Label(int node, ImmutableArray<int> answers) => answers.Length == 1 ? [Run(flow.WordsOf(new(node, answers[0])))]
        : [Run(string.Join("\u00A0· ", answers.Select(a => flow.WordsOf(new(node, a)))
            .Select(w => w.Length > MostTogether ? w : w.Replace(' ', '\u00A0'))))];

    /// <summary>An outcome by its name, a step's after its number on the ladder.</summary>
    public ImmutableArray<TextRun> Outcome(int node) => flow.OutcomeAt(node) is { } outcome
        ? [.. outcome.Step is { } step ? new[] { Run(Number(step.Number) + "\u00A0", true) } : [], Run(outcome.Name)] : [];

    /// <summary>A question that stands elsewhere: what it is about, or that it is on the back.</summary>
    public ImmutableArray<TextRun> Reference(int node, bool isBehind) => [Run(isBehind ? language.Word("print_back") : flow.Questions[node].About)];

    /// <summary>Where a back goes on from.</summary>
    public ImmutableArray<TextRun> Entry => [Run(language.Word("print_from_front"))];

    /// <summary>A question's number.</summary>
    public ImmutableArray<TextRun> Order(int order) => [Run(Number(order), true)];

    /// <summary>Number of lines in a box of a width.</summary>
    public int Lines(ImmutableArray<TextRun> runs, double size, double width)
    {
        var key = (string.Join('\0', runs.Select(r => r.Text)), runs[0].IsBold, size, width);
        return _lines.TryGetValue(key, out var known) ? known : _lines[key] = measure.Lines(runs, size, width).Lines;
    }

    /// <summary>The least width in which words have so many lines at most, in tenths of a millimetre upwards.</summary>
    public double Width(ImmutableArray<TextRun> runs, double size, int lines)
    {
        // A word that cannot be broken is as wide as it is.
        var (narrow, wide) = ((int)Math.Ceiling((measure.Lines(runs, size, 0.1).WidestWord * 10) + 0.1), WidestTenths);
        while (narrow < wide)
        {
            var middle = (narrow + wide) / 2;
            (narrow, wide) = Lines(runs, size, (middle / 10.0) - Hair) <= lines ? (narrow, middle) : (middle + 1, wide);
        }
        return narrow / 10.0;
    }

    /// <summary>Width of the widest piece that cannot be broken.</summary>
    public double WidestWord(ImmutableArray<TextRun> runs, double size) => measure.Lines(runs, size, 0.1).WidestWord;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private TextRun Run(string text, bool isBold = false)
    {
        using var output = new TextBuffer(text.Length + 64);
        typesetter.Append(text, output);
        return new(output.Text.ToString(), isBold);
    }
}
