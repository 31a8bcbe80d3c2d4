using Trappa.Check;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Parse;

namespace Trappa.Tests.Languages;

/// <summary>A project's own file of language, which may say as little as it likes.</summary>
public class LanguageOfAProject
{
    [Fact]
    public void Fields_values_and_folders_that_a_language_lacks_are_called_as_in_English()
    {
        var guide = BuiltGuide.Of(
            ("templates/strings/fr.yaml", "language:\n  name: Français\n"),
            ("content/site.yaml", "title: T\nlanguage: fr\naddress: https://example.org/\nsections:\n  - name: signs\n    heading: Signes\n    required: yes\n    kind: text\n"),
            ("content/index.md", "# T\n"),
            ("content/steps/01-a.md", "---\nname: A\nlead: Oui.\nsigns: Non.\nvalid-until: 2027-01-01\n---\n"),
            ("content/b.md", "---\ntitle: B\nvalid-until: 2027-01-01\n---\n\nTexte.\n"));

        Assert.Empty(guide.Codes);
        Assert.Contains("<html lang=\"fr\"", guide["steps/a/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_few_words_leaves_the_rest_to_the_one_of_the_same_language()
    {
        var language = Of("sv", "ui:\n  search_title: Leta\nvague_links: [dit]\n");

        Assert.Equal("Leta", language.Word("search_title"));
        Assert.Equal("foljare", language.Slug("Följare"));
        Assert.True(language.Compare("ö", "z") > 0);
        Assert.Equal("titel", language.Field("title"));
        Assert.Equal("title", language.EnglishField("titel"));
        // A list stands in the place of a list.
        Assert.Equal(["dit"], language.VagueLinks);
    }

    [Fact]
    public void A_language_without_a_word_for_language_is_chosen_by_the_English_one() =>
        Assert.Equal("fr", Of("fr", "language: {name: Français}\n", "title: T\nlanguage: fr\n").Code);

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void The_languages_that_come_along_are_such_as_a_project_may_have(string code)
    {
        var sources = Sources(code, BuiltInTemplates.Find($"strings/{code}.yaml")!, "");

        Assert.Equal([], OwnLanguages.Check(sources, [], Strings.Read("en")).Select(d => $"{d.Place} {d.Message(Strings.Read("en"))}"));
    }

    [Fact]
    public void A_template_of_the_project_may_have_a_word_of_its_own()
    {
        (string, string)[] files =
        [
            ("content/site.yaml", "title: T\nlanguage: en\naddress: https://example.org/\n"), ("content/index.md", "# T\n"),
            ("templates/strings/en.yaml", "ui:\n  our_motto: Together\n"),
        ];

        Assert.Equal(["TR110"], BuiltGuide.Of(files).Codes);
        var guide = BuiltGuide.Of([.. files, ("templates/partials/footer.html", File.ReadAllText(Repository.PathOf("templates", "partials", "footer.html")) + "<p>{{ t.our_motto }}</p>\n")]);
        Assert.Empty(guide.Codes);
        Assert.Contains("<p>Together</p>", guide["index.html"], StringComparison.Ordinal);
    }

    private static Language Of(string code, string yaml, string settings = "titel: T\nspråk: sv\n") =>
        Parser.Parse(Sources(code, yaml, settings)).Parsed.Language;

    private static Sources Sources(string code, string yaml, string settings) => new([new("content/site.yaml", settings)],
        BuiltInTemplates.Read().SetItem($"strings/{code}.yaml", yaml), [$"strings/{code}.yaml"], []);
}
