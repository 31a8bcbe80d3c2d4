using Trappa.Commands;

namespace Trappa.Tests.Editors;

/// <summary>A copy of the repository's guide that an editor changes.</summary>
internal sealed class CopiedGuide : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CopiedGuide()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            var copy = _folder[Path.GetRelativePath(Repository.Root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    public string Read(string path) => File.ReadAllText(_folder[path]);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    /// <summary>Changes words of a file, which must be there.</summary>
    public void Change(string path, string old, string words)
    {
        Assert.Contains(old, Read(path), StringComparison.Ordinal);
        var at = Read(path).IndexOf(old, StringComparison.Ordinal);
        Write(path, Read(path)[..at] + words + Read(path)[(at + old.Length)..]);
    }

    public void Move(string path, string other) => File.Move(_folder[path], _folder[other]);

    public void Delete(string path) => File.Delete(_folder[path]);

    public Terminal Check(string date = "2024-04-30") => Terminal.Run("check", Folder, "--date", date);

    /// <summary>Builds it without errors.</summary>
    public Terminal Build(string date = "2024-04-30")
    {
        var built = Terminal.Run("build", Folder, "--date", date, "--base-url", "https://example.org/");
        Assert.True(built.ExitCode == ExitCodes.Fine, built.Error);
        return built;
    }

    /// <summary>A file of the site as it stands.</summary>
    public string Site(string path) => File.ReadAllText(_folder["_site/" + path]);
}
