using System.Runtime;
using Trappa.Commands;

namespace Trappa.Tests.Commands;

/// <summary>A command that makes one site and ends says how much there is to make it of; memory is asked for where that is much.</summary>
public sealed class MemoryForABuild : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    public void The_letters_of_the_guide_are_told_once_and_bytes_of_pictures_are_none(string command)
    {
        Directory.CreateDirectory(_folder["guide/content"]);
        File.WriteAllText(_folder["guide/content/index.md"], "# Åå\n");
        File.WriteAllText(_folder["guide/content/ett.md"], "# Ett\n\nTvå ord.\n");
        File.WriteAllText(_folder["guide/content/fil.pdf"], new string('x', 5000));
        var told = new List<long>();
        var code = CommandLine.Run([command, "guide"],
            new(TextWriter.Null, TextWriter.Null, _folder.Path, new(2024, 5, 1), IsTerminal: false, Colour: false) { Expect = told.Add });
        Assert.Equal(ExitCodes.Fine, code);
        Assert.Equal([5 + 16], told);
    }

    // What is asked for in a large one would be asked for in the process of all tests: tests/bench/run.mjs sees to that.
    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    [InlineData(long.MaxValue / 1000)]
    public void None_is_asked_for_where_a_guide_is_small_or_the_machine_too_small_for_it(long characters)
    {
        BuildMemory.Expect(characters);
        Assert.NotEqual(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
    }
}
