using System.Text.RegularExpressions;
using Trappa.Diagnostics;
using Trappa.Languages;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Trappa.Tests.Languages;

/// <summary>The languages' files beside each other, and beside what asks them for words.</summary>
public partial class Strings
{
    private static readonly Dictionary<string, string> English = Entries("en");
    private static readonly Dictionary<string, string> Swedish = Entries("sv");

    [Fact]
    public void Each_language_has_the_same_keys()
    {
        Assert.Equal([], Entries("en").Keys.Except(Swedish.Keys).Where(k => !IsOfItsOwn(k)));
        Assert.Equal([], Entries("sv").Keys.Except(English.Keys).Where(k => !IsOfItsOwn(k)));
    }

    [Fact]
    public void A_word_has_the_same_placeholders_in_each_language() =>
        Assert.Equal(
            English.Where(e => IsFilled(e.Key)).Select(e => (e.Key, Placeholders(e.Value))).Order(),
            Swedish.Where(e => IsFilled(e.Key)).Select(e => (e.Key, Placeholders(e.Value))).Order());

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void Every_code_has_a_message_a_remedy_and_an_example(string code)
    {
        var entries = Entries(code);
        var wanted = Codes.All.SelectMany(c => new[] { "text", "remedy", "example", "right" }.Select(f => $"messages.{c.Id}.{f}")).ToList();

        Assert.Equal([], wanted.Where(k => string.IsNullOrWhiteSpace(entries.GetValueOrDefault(k))));
        Assert.Equal([], entries.Keys.Where(k => k.StartsWith("messages.", StringComparison.Ordinal)).Except(wanted));
    }

    [Fact]
    public void Every_word_that_a_template_asks_for_is_there() =>
        Assert.Equal([], InTemplates().Where(w => !English.ContainsKey("ui." + w)));

    [Fact]
    public void Every_word_of_the_interface_is_used()
    {
        var source = string.Concat(Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var inTemplates = InTemplates().ToHashSet(StringComparer.Ordinal);
        // "state_" + … and "note_" + … are put together; all others stand in the source as they are.
        Assert.Equal([], English.Keys.Where(k => k.StartsWith("ui.", StringComparison.Ordinal)).Select(k => k[3..])
            .Where(w => !inTemplates.Contains(w) && !source.Contains($"\"{w}\"", StringComparison.Ordinal)
                && !source.Contains($"\"{w.Split('_')[0]}_\" +", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void A_language_read_section_by_section_says_what_its_file_says(string code)
    {
        var whole = Read(code);
        var sections = LanguageFile.ReadBuiltIn(code, Text(code), new(() => null));

        Assert.Equal(whole.Words(), sections.Words());
        Assert.NotEmpty(sections.Words());
        Assert.All(Codes.All, c => Assert.Equal((whole.Message(c.Id), whole.Right(c.Id)), (sections.Message(c.Id), sections.Right(c.Id))));
        Assert.Equal((whole.Field("title"), whole.Hint("step", "order"), whole.Slug("åäö")), (sections.Field("title"), sections.Hint("step", "order"), sections.Slug("åäö")));
        Assert.Equal(whole.Months.AsEnumerable(), sections.Months);
        Assert.Equal(whole.VagueLinks.Order(), sections.VagueLinks.Order());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void No_key_stands_twice(string code)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Assert.Equal([], Scalars(code).Select(s => s.Path).Where(p => !seen.Add(p)));
    }

    /// <summary>The texts of a language's file under some keys.</summary>
    internal static IEnumerable<string> Texts(string code, string under) =>
        Entries(code).Where(e => e.Key.StartsWith(under, StringComparison.Ordinal)).Select(e => e.Value);

    /// <summary>A language as its file says it, over nothing.</summary>
    internal static Language Read(string code) => LanguageFile.Read(code, Text(code), new(() => null));

    // Slug rules are each language's own, and link texts that say nothing are as many as it has.
    private static bool IsOfItsOwn(string key) =>
        key.StartsWith("language.slug", StringComparison.Ordinal) || key.StartsWith("vague_links", StringComparison.Ordinal);

    private static bool IsFilled(string key) =>
        key.StartsWith("ui.", StringComparison.Ordinal)
        || (key.StartsWith("messages.", StringComparison.Ordinal) && !key.EndsWith(".example", StringComparison.Ordinal) && !key.EndsWith(".right", StringComparison.Ordinal));

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> InTemplates() =>
        Directory.GetFiles(Repository.PathOf("templates"), "*.html", SearchOption.AllDirectories)
            .SelectMany(f => WordOfTemplate().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            // Marks of quotation are the language's, not words of the interface.
            .Where(w => !w.StartsWith("quote_", StringComparison.Ordinal))
            .Distinct();

    private static string Text(string code) => File.ReadAllText(Repository.PathOf("templates", "strings", code + ".yaml"));

    /// <summary>All that a language says: dotted path → text.</summary>
    internal static Dictionary<string, string> Entries(string code) =>
        Scalars(code).DistinctBy(s => s.Path).ToDictionary(s => s.Path, s => s.Value, StringComparer.Ordinal);

    private static List<(string Path, string Value)> Scalars(string code)
    {
        var parser = new Parser(new StringReader(Text(code)));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Below(parser, "");
    }

    private static List<(string Path, string Value)> Below(Parser parser, string path)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return [(path, scalar.Value)];
        }
        var found = new List<(string, string Value)>();
        if (parser.TryConsume<SequenceStart>(out _))
        {
            for (var i = 0; !parser.TryConsume<SequenceEnd>(out _); i++)
            {
                found.AddRange(Below(parser, $"{path}.{i}"));
            }
            return found;
        }
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>().Value;
            found.AddRange(Below(parser, path.Length == 0 ? key : $"{path}.{key}"));
        }
        return found;
    }

    [GeneratedRegex(@"(?<!\{)\{[a-z_]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\bt\.([a-z_]+)")]
    private static partial Regex WordOfTemplate();
}
