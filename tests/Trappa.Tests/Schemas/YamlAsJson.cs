using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Trappa.Tests.Schemas;

/// <summary>YAML as the programs see it that check it by a schema: plain words typed by YAML 1.2's core schema (§10.3.2).</summary>
internal static class YamlAsJson
{
    public static JsonNode? Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Count == 0 ? null : Of(stream.Documents[0].RootNode);
    }

    /// <summary>What stands between the first two lines of dashes.</summary>
    public static JsonNode? OfFrontMatter(string markdown) =>
        markdown.StartsWith("---\n", StringComparison.Ordinal)
            ? Of(markdown[4..markdown.IndexOf("\n---", StringComparison.Ordinal)]) : new JsonObject();

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Select(e => KeyValuePair.Create(((YamlScalarNode)e.Key).Value!, Of(e.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Of)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } text => text.Value,
        YamlScalarNode { Value: "" or "~" or "null" or null } => null,
        YamlScalarNode { Value: "true" or "false" } word => word.Value == "true",
        YamlScalarNode word => double.TryParse(word.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : word.Value,
        _ => throw new NotSupportedException(node.GetType().Name),
    };
}
