using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Web;
using Trappa.Write;

namespace Trappa.Publishing;

/// <summary>Why a site at an address cannot be compared with.</summary>
/// <param name="Word">The word of the interface that says so.</param>
/// <param name="Address">What was asked for.</param>
/// <param name="Reason">The word of the interface for what happened instead, or null.</param>
/// <param name="Status">Status code; 0 without an answer.</param>
internal sealed record Unreachable(string Word, Uri Address, string? Reason = null, int Status = 0)
{
    /// <summary>The same for people.</summary>
    public string Text(Language language) => language.Fill(Word, ("address", Address.AbsoluteUri), ("file", SiteManifest.FileName),
        ("reason", Reason is null ? "" : language.Fill("link_" + Reason, ("host", Address.Host), ("target", ""), ("limit", ""),
            ("status", Status.ToString(CultureInfo.InvariantCulture)), ("seconds", ((int)Requests.Limit.TotalSeconds).ToString(CultureInfo.InvariantCulture)))));
}

/// <summary>
/// A site at an address: its manifest says what it consists of, and only the pages that would change are fetched, one at a time.
/// </summary>
internal sealed class PublishedAddress(Requests requests, TimeProvider clock)
{
    /// <summary>How long fetching the changed pages may take; words of those left then are not told.</summary>
    public static readonly TimeSpan PagesLimit = TimeSpan.FromMinutes(2);

    private const int LargestManifest = 8 * 1024 * 1024, LargestPage = 4 * 1024 * 1024, MostRedirects = 5;

    /// <summary>The site, none of its pages read; or why not.</summary>
    /// <param name="given">The site's address, or that of its manifest.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The site, the address it was found at, and why not.</returns>
    public async Task<(PublishedSite? Site, Uri Root, Unreachable? Fault)> Find(Uri given, CancellationToken stop)
    {
        var root = Folder(given);
        var (reply, at) = await Get(new(root, SiteManifest.FileName), LargestManifest, stop);
        if (reply.Fault is { } fault)
        {
            return (null, root, new("plan_unreachable", at, fault.Word()));
        }
        if (reply is { IsGood: false, Status: not (404 or 410) })
        {
            return (null, root, new("plan_unreachable", at, reply.IsRedirect ? "location" : "status", reply.Status));
        }
        if (!reply.IsGood || !reply.IsWhole || SiteManifest.Parse(Encoding.UTF8.GetString(reply.Body.Span)) is not { } manifest)
        {
            return (null, root, new("plan_no_manifest", at));
        }
        return manifest.IsKnown
            ? (new PublishedSite(manifest.Files.DistinctBy(f => f.Path, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(f => f.Path, f => f.Sha256, StringComparer.Ordinal), [], null).WithoutCompressed(), Folder(at), null)
            : (null, root, new("plan_newer", at));
    }

    /// <summary>The same with these pages read, as far as they can be in the time there is.</summary>
    public async Task<PublishedSite> With(PublishedSite site, Uri root, IEnumerable<string> pages, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(PagesLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        var read = site.Read.ToBuilder();
        try
        {
            foreach (var path in pages)
            {
                var address = string.Join('/', path[..^"index.html".Length].Split('/').Select(Uri.EscapeDataString));
                var (reply, _) = await Get(new(root, "./" + address), LargestPage, both.Token);
                if (reply is { IsGood: true, IsWhole: true })
                {
                    read[path] = reply.Body.ToArray();
                }
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // What was read is told.
        }
        return site with { Read = read.ToImmutable() };
    }

    private async Task<(Reply Reply, Uri At)> Get(Uri address, int most, CancellationToken stop)
    {
        for (var hops = 0; ; hops++)
        {
            var reply = await requests.Ask(HttpMethod.Get, address, most, stop);
            if (!reply.IsRedirect || hops == MostRedirects || reply.Location is not { } location || WebAddress.Askable(location.AbsoluteUri) is not { } next)
            {
                return (reply, address);
            }
            address = next;
        }
    }

    private static Uri Folder(Uri given)
    {
        var address = given.GetLeftPart(UriPartial.Path);
        address = address.EndsWith("/" + SiteManifest.FileName, StringComparison.Ordinal) ? address[..^SiteManifest.FileName.Length] : address;
        return new(address.EndsWith('/') ? address : address + "/");
    }
}
