using Trappa.Render.Search;

namespace Trappa.Tests.Render.Search;

/// <summary>Where compounds are cut.</summary>
public sealed class CompoundWords
{
    [Theory]
    [InlineData("flygblad", 4)]
    [InlineData("ringledarutbildningen", 4, 9)]
    [InlineData("bladet")]
    public void A_word_is_cut_where_its_tail_is_another(string word, params int[] parts) => Assert.Equal(parts, Of("blad", "ledare", "utbildning").Parts(word));

    // Each cut of a word costs its length: a picture pasted as text had the build work for minutes.
    [Theory]
    [InlineData(90, true)]
    [InlineData(400_000, false)]
    public void More_than_a_hundred_letters_are_no_compound(int letters, bool isCut) =>
        Assert.Equal(isCut, !Of("blad").Parts(new string('x', letters) + "blad").IsEmpty);

    private static Compounds Of(params string[] words) => new(words, ["ring|ledar|utbildning"], "sv");
}
