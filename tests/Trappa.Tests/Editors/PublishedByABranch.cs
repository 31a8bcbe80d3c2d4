using System.Diagnostics;

namespace Trappa.Tests.Editors;

/// <summary>E16: <c>.ci/publish</c> puts a site on its branch, leaves what is there when a build failed, and goes back in one step.</summary>
public sealed class PublishedByABranch : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PublishedByABranch()
    {
        Run(_folder.Path, "git", "init", "--quiet", "--bare", "--initial-branch", "main", "hub");
        Run(_folder.Path, "git", "clone", "--quiet", "hub", "mine");
        Run(Mine, "git", "config", "user.name", "Test");
        Run(Mine, "git", "config", "user.email", "test@example.org");
        Commit("Words\n");
        Run(Mine, "git", "push", "--quiet", "origin", "HEAD:main");
    }

    private string Mine => _folder["mine"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_built_is_published_and_one_step_leads_back()
    {
        if (OperatingSystem.IsWindows())
        {
            // The script is for the host that publishes, which runs Linux.
            return;
        }
        Site("First");
        Assert.Equal(0, Publish("_site").Code);
        Site("Second");
        Assert.Equal(0, Publish("_site").Code);
        Assert.Equal("Second", Published("index.html"));
        Assert.Contains("as it was", Publish("_site").Output, StringComparison.Ordinal);

        Assert.Equal(0, Publish("--back").Code);
        Assert.Equal("First", Published("index.html"));
        Assert.Equal("", Run(Mine, "git", "show", "FETCH_HEAD:.nojekyll").Output);
        Assert.Equal("Words\n", File.ReadAllText(Path.Combine(Mine, "content.md")));
    }

    [Fact]
    public void What_was_gone_back_from_comes_again_with_the_next_change_and_not_by_night()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Site("First");
        Publish("_site");
        Commit("Other words\n");
        Site("Second");
        Publish("_site");
        Publish("--back");
        Assert.Equal("First", Published("index.html"));

        Site("Second, a day later");
        var (code, output) = Publish("_site");
        Assert.Equal(0, code);
        Assert.Contains("gone back from", output, StringComparison.Ordinal);
        Assert.Equal("First", Published("index.html"));

        Commit("Mended words\n");
        Site("Third");
        Assert.Equal(0, Publish("_site").Code);
        Assert.Equal("Third", Published("index.html"));
    }

    [Fact]
    public void Whoever_went_back_by_mistake_goes_back_from_that()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Site("First");
        Publish("_site");
        Site("Second");
        Publish("_site");
        Publish("--back");
        Assert.Equal(0, Publish("--back").Code);
        Assert.Equal("Second", Published("index.html"));
        Site("Second, a day later");
        Publish("_site");
        Assert.Equal("Second, a day later", Published("index.html"));
    }

    [Fact]
    public void A_folder_that_no_build_finished_is_not_published()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Assert.Equal(1, Publish("--back").Code);
        Site("First");
        Publish("_site");
        Assert.Equal(1, Publish("--back").Code);
        Site("Half");
        File.Delete(Path.Combine(Mine, "_site", ".trappa"));
        Assert.Equal(1, Publish("_site").Code);
        Assert.Equal("First", Published("index.html"));
    }

    private void Commit(string words)
    {
        File.WriteAllText(Path.Combine(Mine, "content.md"), words);
        Run(Mine, "git", "add", "--all");
        Run(Mine, "git", "commit", "--quiet", "--message", "Words");
    }

    private void Site(string words)
    {
        Directory.CreateDirectory(Path.Combine(Mine, "_site"));
        File.WriteAllText(Path.Combine(Mine, "_site", "index.html"), words);
        File.WriteAllText(Path.Combine(Mine, "_site", ".trappa"), "# trappa 1\n");
    }

    private (int Code, string Output) Publish(string what) => Run(Mine, "bash", Repository.PathOf(".ci", "publish"), what);

    private string Published(string file)
    {
        Run(Mine, "git", "fetch", "--quiet", "origin", "published");
        return Run(Mine, "git", "show", "FETCH_HEAD:" + file).Output;
    }

    private static (int Code, string Output) Run(string folder, string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Nothing of whoever runs the tests, such as hooks or signing.
            Environment = { ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_NOSYSTEM"] = "1" },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = error.Result;
        return (process.ExitCode, output);
    }
}
