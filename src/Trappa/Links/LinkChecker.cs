using System.Collections.Concurrent;
using System.Collections.Immutable;
using Trappa.Web;

namespace Trappa.Links;

/// <summary>
/// Asks whether outside addresses answer: servers side by side, each with one request at a time and only where its
/// <c>robots.txt</c> lets programs in.
/// </summary>
internal sealed class LinkChecker(Requests requests, TimeProvider clock)
{
    /// <summary>How long a whole check may take; what is left then is told as not checked.</summary>
    public static readonly TimeSpan WholeLimit = TimeSpan.FromMinutes(10);

    /// <summary>More redirects in a row than browsers follow lead nowhere (Fetch §4.4).</summary>
    public const int MostRedirects = 20;

    private const int HostsSideBySide = 8;

    private readonly HostTurns _turns = new(requests, clock);

    /// <summary>Checks each address once.</summary>
    /// <param name="addresses">Absolute http and https addresses without fragments.</param>
    /// <param name="stop">Ends it with <see cref="OperationCanceledException"/>.</param>
    public async Task<ImmutableSortedDictionary<string, LinkAnswer>> Check(IEnumerable<string> addresses, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(WholeLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        var answers = new ConcurrentDictionary<string, LinkAnswer>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            addresses.Select(a => new Uri(a)).GroupBy(a => a.Host, StringComparer.OrdinalIgnoreCase),
            new ParallelOptions { MaxDegreeOfParallelism = HostsSideBySide, CancellationToken = stop },
            async (host, _) =>
            {
                foreach (var address in host)
                {
                    answers[address.AbsoluteUri] = await InTime(address, both.Token, stop);
                }
            });
        return answers.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private async Task<LinkAnswer> InTime(Uri address, CancellationToken limit, CancellationToken stop)
    {
        try
        {
            return await Follow(address, limit);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(LinkState.Unchecked, "time");
        }
    }

    private async Task<LinkAnswer> Follow(Uri address, CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { address.AbsoluteUri };
        // Where it has moved to, as far as each redirect was for good; and where it leads to at all.
        string? moved = null;
        var (at, isForGood) = (address, true);
        while (true)
        {
            var (reply, refused) = await Ask(at, stop);
            if (reply is not { IsRedirect: true })
            {
                var found = refused ?? Judge(reply!);
                return found.State != LinkState.Works || at == address ? found
                    : moved is not null ? new(LinkState.Moved, Status: found.Status, Target: moved)
                    : new(LinkState.Redirected, Status: found.Status, Target: at.AbsoluteUri);
            }
            if (reply.Location is not { } target)
            {
                return new(LinkState.Failed, "location", reply.Status);
            }
            if (WebAddress.Askable(target.AbsoluteUri) is not { } next)
            {
                return new(LinkState.Failed, "target", reply.Status, target.OriginalString);
            }
            if (!seen.Add(next.AbsoluteUri))
            {
                return new(LinkState.Failed, "loop", reply.Status);
            }
            if (seen.Count > MostRedirects + 1)
            {
                return new(LinkState.Failed, "many", reply.Status);
            }
            isForGood &= reply.IsPermanent;
            moved = isForGood ? target.AbsoluteUri : moved;
            at = next;
        }
    }

    // HEAD costs the server least. Many do not know it, or answer it wrongly: what it says against an address GET has to say too.
    private async Task<(Reply? Reply, LinkAnswer? Refused)> Ask(Uri at, CancellationToken stop)
    {
        if (await Robots(at, stop) is { } closed)
        {
            return (null, closed);
        }
        var reply = await _turns.Ask(HttpMethod.Head, at, 0, stop);
        var isSettled = reply is null or { IsGood: true } or { IsRedirect: true, Location: not null }
            or { Fault: WebFault.Name or WebFault.Connection or WebFault.Security };
        reply = isSettled ? reply : await _turns.Ask(HttpMethod.Get, at, 0, stop);
        return reply is null ? (null, new(LinkState.Unchecked, "busy")) : (reply, null);
    }

    private async Task<LinkAnswer?> Robots(Uri at, CancellationToken stop)
    {
        var robots = await _turns.Robots(at, stop);
        return robots switch
        {
            { Fault: { } fault } => Failed(fault),
            { Rules: { } rules } => rules.Allows(at.PathAndQuery) ? null : new(LinkState.Unchecked, "robots"),
            { Status: > 0 } => new(LinkState.Unchecked, "robots_fault", robots.Status),
            _ => new(LinkState.Unchecked, "busy"),
        };
    }

    private static LinkAnswer Judge(Reply reply) => reply switch
    {
        { Fault: { } fault } => Failed(fault),
        { IsGood: true } => new(LinkState.Works, Status: reply.Status),
        { Status: 401 or 407 } => new(LinkState.Unchecked, "login", reply.Status),
        // Not to programs, or not from here; 999 and the like are made up by who wants no programs.
        { Status: 403 or 405 or 406 or 451 or >= 600 } => new(LinkState.Unchecked, "refused", reply.Status),
        { Status: 404 or 410 } => new(LinkState.Failed, "missing", reply.Status),
        _ => new(LinkState.Failed, "status", reply.Status),
    };

    private static LinkAnswer Failed(WebFault fault) => new(LinkState.Failed, fault.Word());
}
