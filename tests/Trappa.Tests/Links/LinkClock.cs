using Microsoft.Extensions.Time.Testing;
using Trappa.Links;
using Trappa.Publishing;
using Trappa.Web;

namespace Trappa.Tests.Links;

/// <summary>A clock on which waiting takes no time; limits run out only when a server lets them.</summary>
internal sealed class LinkClock : FakeTimeProvider
{
    /// <summary>How long was waited in all.</summary>
    public TimeSpan Waited { get; private set; }

    public LinkClock()
        : base(new(2024, 5, 1, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime != Requests.Limit && dueTime != LinkChecker.WholeLimit && dueTime != PublishedAddress.PagesLimit)
        {
            Waited += dueTime;
            // After whoever waits has its timer.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }
        return timer;
    }
}
