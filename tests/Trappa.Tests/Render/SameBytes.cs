using System.Globalization;
using Trappa.Commands;

namespace Trappa.Tests.Render;

/// <summary>Law 1: the same content gives the same bytes; the clock, culture, folder and number of threads do not show.</summary>
public class SameBytes
{
    [Fact]
    public void The_guide_is_the_same_in_another_folder_culture_and_on_another_day()
    {
        using var elsewhere = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Repository.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            var copy = elsewhere[Path.Combine("content", Path.GetRelativePath(Repository.PathOf("content"), file))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var here = Site(Repository.Root);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Strange();
            Assert.Equal(here, Site(elsewhere.Path));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
        Assert.Equal(here, Site(Repository.Root));
    }

    // The program runs without the system's cultures; one with other signs shows whether any is asked all the same.
    private static CultureInfo Strange()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = "!";
        return culture;
    }

    private static Dictionary<string, string> Site(string folder) =>
        Pipeline.Run(new(folder, new(new(2026, 11, 23), "https://example.org/"), Portable: false)).Files
            .ToDictionary(f => f.Path, f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Bytes.Span)));
}
