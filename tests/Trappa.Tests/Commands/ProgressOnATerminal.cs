using Trappa.Commands;

namespace Trappa.Tests.Commands;

/// <summary>A person at a terminal sees what goes on, and nothing of it stays.</summary>
public sealed class ProgressOnATerminal : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_build_says_on_one_line_what_it_does_and_then_erases_it()
    {
        var said = Build(isTerminal: true);

        Assert.StartsWith("\r\x1b[2Kcontent → site …\r\x1b[2K", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split("\x1b[2K").Length - 1);
    }

    [Fact]
    public void What_a_build_says_to_a_file_has_neither_line_nor_control_character() =>
        Assert.DoesNotContain(Build(isTerminal: false), c => char.IsControl(c) && c != '\n');

    private string Build(bool isTerminal)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["build", "tests/guides/first-aid", "--out", _folder["site"], "--date", "2024-05-01"],
            new(TextWriter.Null, error, Repository.Root, new(2024, 5, 1), isTerminal, Colour: false));
        Assert.Equal(ExitCodes.Fine, code);
        return error.ToString();
    }
}
