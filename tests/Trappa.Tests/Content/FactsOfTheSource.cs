using YamlDotNet.RepresentationModel;

namespace Trappa.Tests.Content;

/// <summary>
/// Every fact of the guide's source is in the content: <c>tests/facts.yaml</c> says under each id in which file, and
/// with which phrase, or which phrase must not be there.
/// </summary>
public class FactsOfTheSource
{
    private static readonly YamlMappingNode Facts = Load();

    public static TheoryData<string> Ids => [.. Facts.Children.Keys.Select(k => ((YamlScalarNode)k).Value!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_told_where_the_list_says(string id)
    {
        var entries = Facts[id] is YamlSequenceNode list ? list.Children.Cast<YamlMappingNode>().ToList() : [(YamlMappingNode)Facts[id]];
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            Assert.Equal(2, entry.Children.Count);
            var file = ((YamlScalarNode)entry["file"]).Value!;
            var lines = File.ReadAllLines(Repository.PathOf(file.Split('/')));
            if (entry.Children.TryGetValue("absent", out var absent))
            {
                var words = ((YamlScalarNode)absent).Value!;
                Assert.True(!lines.Any(l => l.Contains(words, StringComparison.OrdinalIgnoreCase)), $"{id}: {file} says “{words}”.");
            }
            else
            {
                var words = ((YamlScalarNode)entry["phrase"]).Value!;
                Assert.True(lines.Any(l => l.Contains(words, StringComparison.Ordinal)), $"{id}: {file} does not say “{words}”.");
            }
        }
    }

    private static YamlMappingNode Load()
    {
        using var reader = File.OpenText(Repository.PathOf("tests", "facts.yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
