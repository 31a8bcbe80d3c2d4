using System.Text;
using Trappa.Commands;
using Trappa.Diagnostics;
using Trappa.Keeping;

namespace Trappa.Tests.Pictures;

/// <summary>A small guide with pictures, in a folder of its own, built into memory as often as a test asks.</summary>
internal sealed class PictureGuide : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private BuildResult? _result;

    /// <param name="page">What the front page says under its heading.</param>
    /// <param name="pictures">Path below <c>content/</c>, and bytes.</param>
    public PictureGuide(string page, params ReadOnlySpan<(string Path, byte[] Bytes)> pictures)
    {
        Write("content/site.yaml", "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\n"u8.ToArray());
        Write("content/index.md", Encoding.UTF8.GetBytes("# Start\n\n" + page + "\n"));
        foreach (var (path, bytes) in pictures)
        {
            Write("content/" + path, bytes);
        }
    }

    /// <summary>The project's folder.</summary>
    public string Path => _folder.Path;

    /// <summary>How it is built.</summary>
    public bool Portable { get; init; }

    /// <summary>What earlier builds made.</summary>
    public Kept Kept { get; init; } = Kept.Nothing;

    /// <summary>The site as it was built last.</summary>
    public BuildResult Result => _result ??= Build();

    /// <summary>Bytes of a file of the site.</summary>
    public byte[] this[string path] => Result.Files.Single(f => f.Path == path).Bytes.ToArray();

    /// <summary>Paths of the pictures of the site that content brought along, or that were made of them.</summary>
    public IEnumerable<string> Pictures => Result.Files.Select(f => f.Path)
        .Where(p => System.IO.Path.GetExtension(p) is ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" or ".avif" or ".svg")
        .Where(p => !p.StartsWith("assets/", StringComparison.Ordinal) && !p.StartsWith("share/", StringComparison.Ordinal));

    /// <summary>What was found, with its place.</summary>
    public IEnumerable<string> Found => Result.Diagnostics.Select(d => d.Place + " " + d.Code.Id);

    /// <summary>The tags of the pictures on a page.</summary>
    public IEnumerable<string> Tags(string page = "index.html") => Encoding.UTF8.GetString(this[page]).Split("<img ").Skip(1).Select(t => t[..t.IndexOf('>', StringComparison.Ordinal)]);

    /// <summary>Builds it, though it is built already.</summary>
    public BuildResult Build()
    {
        _result = Pipeline.Run(new(_folder.Path, new(new(2024, 5, 1)), Portable), Kept);
        Assert.DoesNotContain(_result.Diagnostics, d => d.Code.Severity == Severity.Error && !d.Code.Id.StartsWith("TR01", StringComparison.Ordinal) && d.Code != Codes.EditionUnreadable);
        return _result;
    }

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_folder[path])!);
        File.WriteAllBytes(_folder[path], bytes);
    }

    public void Dispose() => _folder.Dispose();
}
