namespace Trappa.BrowserTests.Browser;

/// <summary>What a walk over many pages found.</summary>
internal static class Faults
{
    /// <summary>Fails with all of them, each on a line and in full.</summary>
    public static void None(IReadOnlyCollection<string> found) =>
        Assert.True(found.Count == 0, $"{found.Count} faults:\n{string.Join('\n', found)}");
}
