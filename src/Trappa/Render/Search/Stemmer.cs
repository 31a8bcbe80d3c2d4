namespace Trappa.Render.Search;

/// <summary>Cuts a word down to what its forms have in common.</summary>
public static class Stemmer
{
    /// <summary>The stem of a word in lower case; the word itself in languages whose stems nobody knows here.</summary>
    /// <param name="word">The word.</param>
    /// <param name="language">The language's code.</param>
    public static string Stem(string word, string language) => language switch
    {
        "sv" => SwedishStemmer.Stem(word),
        "en" => EnglishStemmer.Stem(word),
        _ => word,
    };
}
