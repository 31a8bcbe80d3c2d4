using Trappa.Commands;

namespace Trappa.Tests.Check;

/// <summary>What <c>trappa build</c> says of the editing page where the packages that it is made of are not there.</summary>
public sealed class RefusedEditing : IDisposable
{
    private readonly EditedGuide _guide = new(EditedGuide.Small);

    public void Dispose() => _guide.Dispose();

    [Fact]
    public void Without_packages_the_page_is_left_out_and_the_site_is_built()
    {
        var (code, said) = _guide.Build();

        Assert.Equal(ExitCodes.Fine, code);
        Assert.StartsWith("""
            content/site.yaml:5:3: varning TR741 Guiden ska ha en sida att redigera på, men den är utelämnad. Den görs av filer som hämtas när sidan publiceras.
                Skriv npm install @sveltia/cms@0.221.1 yaml@2.9.1 i en egen mapp. Bygg sedan med --editor och mappens node_modules. Bygger du bara för att se guiden kan du låta det vara.

            """, said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_guide["site/redigera"]));
    }

    [Theory]
    [InlineData("guide/content", "@sveltia/cms@0.221.1")]
    [InlineData("node_modules", "yaml@2.9.1")]
    public void A_folder_without_them_or_with_another_version_stops_the_build(string folder, string package)
    {
        _guide.Write("node_modules/yaml/package.json", """{"version": "2.0.0"}""");

        var (code, said) = _guide.Build("--editor", _guide[folder]);

        Assert.Equal(ExitCodes.ContentErrors, code);
        Assert.Equal($"""
            content/site.yaml:5:3: fel TR742 Sidan att redigera på kan inte göras: {package} finns inte i {_guide[folder]}.
                Skriv npm install @sveltia/cms@0.221.1 yaml@2.9.1 i mappen ovanför. Just de versionerna är prövade.

            """, said);
        Assert.False(Directory.Exists(_guide["site"]));
    }
}
