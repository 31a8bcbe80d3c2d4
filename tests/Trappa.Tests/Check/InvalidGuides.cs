using System.Text.RegularExpressions;
using Trappa.Commands;
using Trappa.Diagnostics;

namespace Trappa.Tests.Check;

/// <summary>
/// Whole small guides, each wrong in one way: a folder under <c>tests/guides/invalid</c>, named after the code and
/// what is wrong, with all that <c>trappa check</c> says of it in <c>expected.txt</c>.
/// </summary>
public partial class InvalidGuides
{
    private static readonly string Folder = Repository.PathOf("tests", "guides", "invalid");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_wrong_is_told_where_it_stands_with_what_to_do_about_it(string name)
    {
        var ran = Terminal.Check(Path.Combine(Folder, name));

        Repository.Expect(Path.Combine(Folder, name, "expected.txt"), ran.Error);
        Assert.Equal("", ran.Output);
        var codes = CodeIn().Matches(ran.Error).Select(m => m.Value).Distinct().ToList();
        var code = Codes.All.Single(c => c.Id == name[..5]);
        Assert.Equal([code.Id], codes);
        Assert.Equal(code.Severity == Severity.Error ? ExitCodes.ContentErrors : ExitCodes.Fine, ran.ExitCode);
        Assert.DoesNotMatch(Placeholder(), ran.Error);
    }

    [Fact]
    public void Ten_faults_are_told_in_one_run()
    {
        var folder = Repository.PathOf("tests", "guides", "ten-faults");

        var ran = Terminal.Check(folder);

        Repository.Expect(Path.Combine(folder, "expected.txt"), ran.Error);
        Assert.Equal(10, CodeIn().Count(ran.Error));
    }

    [Fact]
    public void Every_code_is_proven()
    {
        var proven = Names.Select(n => n.Data[..5]).Concat(Made()).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Codes.All.Select(c => c.Id).Where(id => !proven.Contains(id)));
        Assert.Equal(Codes.All.Select(c => c.Id).Distinct().Order(StringComparer.Ordinal), Codes.All.Select(c => c.Id));
    }

    // What git cannot keep, or what needs a file system that refuses, is made by tests that have all of the words.
    private static IEnumerable<string> Made() => new[] { nameof(MadeGuides), nameof(MadeFlows), nameof(RefusedOutputs), nameof(RefusedPrinting), nameof(RefusedEditing), nameof(ToldLinks) }.Select(t => "Check/" + t)
        .Concat(["Words/WhatIsFound", "Words/PuttingRight", "Words/AskingHunspell", "Render/FlowOnCards", "Pictures/RefusedPictures"])
        .SelectMany(t => ToldIn().Matches(File.ReadAllText(Repository.PathOf("tests", "Trappa.Tests", t + ".cs"))))
        .Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\bTR\d\d\d\b")]
    private static partial Regex CodeIn();

    [GeneratedRegex(@": (?:fel|error|varning|warning) (TR\d\d\d) ")]
    private static partial Regex ToldIn();

    [GeneratedRegex(@"(?<!\{)\{[a-z_]+\}")]
    private static partial Regex Placeholder();
}
