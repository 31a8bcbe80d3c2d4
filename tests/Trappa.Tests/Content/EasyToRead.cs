using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Words;

namespace Trappa.Tests.Content;

/// <summary>The content is easy to read: LIX is under 40 on each step's page.</summary>
public class EasyToRead
{
    private const double HardestStep = 40;

    private static readonly Dictionary<string, PageReadability> Pages = Read();

    public static TheoryData<string> Steps => [.. Pages.Keys.Where(a => a.StartsWith("/steg/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_steps_page_is_easy_to_read(string address) => Assert.InRange(Pages[address].Readability.Lix, 1, HardestStep);

    private static Dictionary<string, PageReadability> Read()
    {
        var sources = Loader.Load(Repository.Root);
        var guide = Modeler.Model(Parser.Parse(sources).Parsed, new(new(2024, 4, 30))).Guide;
        return PageReadability.Of(GuideWording.Of(Parser.Parse(sources).Parsed, guide)).ToDictionary(p => p.Address, StringComparer.Ordinal);
    }
}
