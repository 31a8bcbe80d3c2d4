using System.Globalization;
using System.Text.Json;
using Trappa.Commands;

namespace Trappa.Tests.Links;

/// <summary>A small guide whose outside addresses are checked, one day or several.</summary>
internal sealed class CheckedLinks : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="addresses">The addresses of its resources.</param>
    public CheckedLinks(params ReadOnlySpan<string> addresses)
    {
        Directory.CreateDirectory(_folder["content"]);
        File.WriteAllText(_folder["content/site.yaml"], "titel: Liten guide\nspråk: sv\nadress: https://guide.example/\n");
        File.WriteAllText(_folder["content/index.md"], "# Start\n");
        var resources = "";
        for (var i = 0; i < addresses.Length; i++)
        {
            resources += string.Create(CultureInfo.InvariantCulture, $"- id: nr{i}\n  titel: Nr {i}\n  text: Text.\n  adress: {addresses[i]}\n");
        }
        File.WriteAllText(_folder["content/resurser.yaml"], resources);
    }

    public string Folder => _folder.Path;

    public LinkClock Clock { get; } = new();

    public string this[string file]
    {
        get => File.ReadAllText(_folder[file]);
        set => File.WriteAllText(_folder[file], value);
    }

    public void Dispose() => _folder.Dispose();

    public Terminal Check(OutsideServer server, string date = "2024-05-01", params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["links", Folder, "--date", date, .. options],
            new(output, error, Folder, new(2024, 5, 1), IsTerminal: false, Colour: false) { Connections = server.Connections, Clock = Clock });
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>What a single address came to, as state, code, and where it leads.</summary>
    public static async Task<string> StateOf(string address, Func<CheckedLinks, OutsideServer> server)
    {
        using var guide = new CheckedLinks(address);
        await using var outside = server(guide);
        var told = guide.Check(outside, "2024-05-01", "--format", "json");
        Assert.Equal("", told.Error);
        using var json = JsonDocument.Parse(told.Output);
        var one = json.RootElement.GetProperty("addresses")[0];
        return string.Join(' ', new[] { "state", "status", "target", "code" }.Select(n => one.TryGetProperty(n, out var v) ? v.ToString() : "-"));
    }
}
