using System.Text.RegularExpressions;
using Markdig.Syntax;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Tests.Content;

/// <summary>
/// The content is easy to read: LIX (Björnsson 1968), words a sentence and the share of words of more than six
/// letters, is under 40 on each step's page. An item of a list counts as a sentence.
/// </summary>
public partial class Readability
{
    private const double HardestStep = 40;

    private static readonly Guide Guide = Modeler.Model(
        Trappa.Parse.Parser.Parse(Loader.Load(Repository.Root)).Parsed, new(new(2024, 4, 30))).Guide;

    public static TheoryData<string> Steps => [.. Guide.Steps.Select(s => s.Slug)];

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_steps_page_is_easy_to_read(string slug)
    {
        var step = Guide.Steps.Single(s => s.Slug == slug);
        Prose[] texts = [step.Lead, .. step.Parts.SelectMany(p => p.Items.Concat(p.Quotes.Select(q => q.Text))), step.Body,
            .. step.Difference is { } difference ? [difference] : Array.Empty<Prose>()];

        var lix = Lix(texts.SelectMany(Sentences));

        Assert.InRange(lix, 1, HardestStep);
    }

    // A block of text, such as an item of a list, ends a sentence whether it has a full stop or not.
    private static IEnumerable<string> Sentences(Prose prose) =>
        from block in prose.Tree.Descendants<LeafBlock>()
        from sentence in EndOfSentence().Split(Words(prose, block))
        where Word().IsMatch(sentence)
        select sentence;

    private static string Words(Prose prose, LeafBlock block)
    {
        var words = new System.Text.StringBuilder();
        PlainText.Append(block.Inline, f => prose.Targets.TryGetValue(f, out var t) && t is FactTarget fact ? fact.Value : f.Name, words);
        return words.ToString();
    }

    private static double Lix(IEnumerable<string> sentences)
    {
        var all = sentences.ToList();
        var words = all.SelectMany(s => Word().Matches(s).Select(m => m.Value)).ToList();
        return ((double)words.Count / all.Count) + (100.0 * words.Count(w => w.Length > 6) / words.Count);
    }

    // A full stop within an address or a number ends nothing.
    [GeneratedRegex(@"[.!?:]+(?=\s|$|[”’)])")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\-’]*")]
    private static partial Regex Word();
}
