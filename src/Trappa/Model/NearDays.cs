using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>
/// TR390, TR391: something does not hold yet, or will soon hold no longer. A month is time to find out what is to
/// stand there instead.
/// </summary>
internal static class NearDays
{
    private const int Ahead = 30;

    /// <param name="name">What it is called.</param>
    /// <param name="first">The first day on which it holds, or null.</param>
    /// <param name="last">The last day, or null.</param>
    /// <param name="today">The day that the build is made for.</param>
    /// <param name="language">The guide's language.</param>
    public static IEnumerable<Diagnostic> Of(string name, LastDay? first, LastDay? last, DateOnly today, Language language)
    {
        if (first is not null && first.Date > today)
        {
            yield return new(Codes.NotYetValid, first.Place, ("name", name), ("date", language.Day(first.Date)));
        }
        if (last is not null && last.Date.DayNumber - today.DayNumber is >= 0 and <= Ahead and var days)
        {
            yield return new(Codes.DateNear, last.Place, ("name", name), ("date", language.Day(last.Date)),
                ("days", days.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
