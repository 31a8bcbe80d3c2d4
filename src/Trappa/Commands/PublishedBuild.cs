using Trappa.Printing;
using Trappa.Publishing;
using Trappa.Render;
using Trappa.Web;

namespace Trappa.Commands;

/// <summary>A build in memory beside the site as it is published. What is wrong is told.</summary>
internal static class PublishedBuild
{
    /// <summary>Whether this is an address and no folder.</summary>
    public static bool IsAddress(string given) =>
        given.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || given.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Builds, and finds what is published.</summary>
    /// <param name="request">What to build.</param>
    /// <param name="given">Folder or address of the published site; null for <c>_site</c> in the project's folder.</param>
    /// <param name="toRead">Names the pages of a site at an address whose words are wanted.</param>
    /// <param name="surroundings">Where it runs.</param>
    /// <param name="cancelled">Ends it.</param>
    /// <returns>The build, and the published site; null where there is none, or the build has errors.</returns>
    public static async Task<(BuildResult Result, PublishedSite? Published)> Of(
        BuildRequest request, string? given, Func<BuildResult, PublishedSite, IEnumerable<string>> toRead, Surroundings surroundings, CancellationToken cancelled)
    {
        if (given is null || !IsAddress(given))
        {
            var folder = given is null ? Path.Combine(request.Root, "_site") : Path.GetFullPath(Path.Combine(surroundings.Folder, given));
            var site = PublishedSite.In(folder);
            var built = Build(request, site, surroundings);
            if (site is null && !built.HasErrors)
            {
                surroundings.Error.WriteLine(built.Language.Fill("plan_no_site", ("folder", Path.GetRelativePath(surroundings.Folder, folder))));
            }
            return (built, built.HasErrors || site is null ? null : Compared(built, site));
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(surroundings.Stop, cancelled);
        using var requests = new Requests(surroundings.Connections(), surroundings.Clock, "*", null);
        var address = new PublishedAddress(requests, surroundings.Clock);
        var (published, root, fault) = await address.Find(WebAddress.Askable(given)!, stop.Token);
        var result = Build(request, published, surroundings);
        if (result.HasErrors || published is null)
        {
            if (!result.HasErrors)
            {
                surroundings.Error.WriteLine(fault!.Text(result.Language));
            }
            return (result, null);
        }
        published = Compared(result, published);
        return (result, await address.With(published, root, toRead(result, published), stop.Token));
    }

    // Printing takes a browser and tells nothing that the pages do not; the links to what it prints are as they are published.
    private static BuildResult Build(BuildRequest request, PublishedSite? published, Surroundings surroundings)
    {
        var isPrinted = published?.Digests.Keys.Any(p => p.EndsWith(".pdf", StringComparison.Ordinal)) ?? false;
        var result = Pipeline.Run(request with { HasPdfs = isPrinted });
        Report.Write(result.Diagnostics, result.Language, "text", surroundings);
        return result;
    }

    private static PublishedSite Compared(BuildResult result, PublishedSite published) => published.Without(
        result.Jobs.IsEmpty ? [] : [.. result.Jobs.Select(j => j.Pdf), PdfList.PathOf(result.Jobs)]);
}
