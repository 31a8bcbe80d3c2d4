using System.Globalization;
using Trappa.Render.Print;

namespace Trappa.Tests.Render;

/// <summary>What is too long has room once it is as much shorter as the message says.</summary>
public sealed class LettersToLose
{
    private const double Width = 77, TwoLines = 2 * 11 * 25.4 / 72;

    private static readonly Fitting _fitting = new(new TextMeasure(FontWidths.Read(), LineBreaks.Read()));

    // Words that end anywhere from the middle of the second line to its very edge.
    [Fact]
    public void A_closing_mark_has_room_behind_what_is_left()
    {
        for (var letters = 1; letters <= 80; letters++)
        {
            var said = $"“Come with us on Friday, we sing and we eat and we talk of what {new string('i', letters)} is to be done by whoever wants to, and of nothing else at all";
            var excess = Assert.Single(Fit(said + "”").OverBox);
            Assert.EndsWith(excess.Words, said, StringComparison.Ordinal);
            Assert.Equal(excess.Words.Length, excess.Characters);

            var shorter = said[..^excess.Characters].TrimEnd();
            Assert.True(Fit(shorter + "”").IsWhole, string.Create(CultureInfo.InvariantCulture, $"{excess.Characters} of {said}"));
            var oneWordMore = said[..(shorter.Length + 1 + excess.Words.Split(' ')[0].Length)];
            Assert.False(Fit(oneWordMore + "”").IsWhole, oneWordMore);
        }
    }

    private static Fitted Fit(string said) =>
        _fitting.Fit([new CardBlock(BlockKind.Say, [new(said, false)], "quote", null) { Closing = "”" }], Width, TwoLines);
}
