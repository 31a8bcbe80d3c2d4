namespace Trappa.Tests;

/// <summary>The repository that the tests are part of.</summary>
internal static class Repository
{
    /// <summary>Its folder: the first above the tests' program that has the solution in it.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>
    /// Whether files that tests compare with are to be written anew, as <c>TRAPPA_ACCEPT=1</c> asks for; what has
    /// changed is then read as a difference.
    /// </summary>
    public static bool Accepts { get; } = Environment.GetEnvironmentVariable("TRAPPA_ACCEPT") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Asserts that a file says this, or lets it say so.</summary>
    public static void Expect(string path, string text)
    {
        if (Accepts)
        {
            File.WriteAllText(path, text);
        }
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", text);
    }

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "site.sln"))
        ? folder
        : Find(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))
            ?? throw new DirectoryNotFoundException("No site.sln above the tests."));
}
