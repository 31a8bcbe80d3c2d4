using System.Collections.Immutable;
using Trappa.Model;
using Trappa.Render.Views;

namespace Trappa.Render.Search;

/// <summary>Passages of pages whose words are not the guide's but the language's, as their layouts have them, and of the flow.</summary>
internal static class OwnWords
{
    // Sections of the page on privacy: the fragment, the heading and what stands under it, as words of the language. Of most
    // the heading is enough to find them: all of it would cost every reader's phone.
    private static readonly ImmutableArray<(string Fragment, string Heading, string Text)> Privacy =
    [
        ("#answers", "privacy_answers_title", ""),
        ("#phone", "privacy_phone_title", ""),
        ("#host", "privacy_host_title", ""),
        ("#away", "privacy_away_title", "privacy_away"),
    ];

    /// <summary>The passages under the headings of a page that the generator writes.</summary>
    public static IEnumerable<Passage> Of(Guide guide, PageEntry page) => page.Kind != PageKind.Privacy ? [] :
        Privacy.Where(s => s.Fragment != "#answers" || guide.Flow is not null)
            .Select(s => new Passage(PassageKind.Part, page.Address + s.Fragment, page.Title, guide.Language.Word(s.Heading),
                s.Text.Length == 0 ? "" : guide.Language.Word(s.Text)));

    /// <summary>What a flow says to who stands on no step: of the others their own pages tell.</summary>
    public static IEnumerable<Passage> Of(Guide guide, Flow flow)
    {
        var sections = new FlowSections(flow);
        return from node in sections.Nodes
               let outcome = flow.OutcomeAt(node)
               where outcome is { Step: null }
               select new Passage(PassageKind.Part, guide.Language.Address("flow") + "#" + FlowSections.Fragment(sections.Section(0, node)),
                   flow.Title, outcome.Name, WordsOf(outcome.Texts[0]));
    }

    private static string WordsOf(OutcomeText text) => string.Join(' ', text.Parts
        .SelectMany(p => p.Items.Select(i => i.Plain).Concat(p.Quotes.Select(q => q.Text.Plain))).Prepend(text.Lead?.Plain ?? ""));
}
