using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Trappa.Diagnostics;
using Trappa.Diagnostics.Printers;

namespace Trappa.Links;

/// <summary>What is known of an address from the days it was checked on.</summary>
/// <param name="Worked">The last day on which it worked, or null.</param>
/// <param name="Failed">Days since then on which it did not: the first ones, and the last.</param>
internal sealed record LinkDays(DateOnly? Worked, ImmutableArray<DateOnly> Failed)
{
    /// <summary>As many bad days make an address dead; servers have a bad day now and then.</summary>
    public const int DeadAfter = 3;

    /// <summary>Whether it is dead.</summary>
    public bool IsDead => Failed.Length >= DeadAfter;

    /// <summary>The same after a check on a day.</summary>
    public LinkDays After(LinkState state, DateOnly day) => state switch
    {
        LinkState.Unchecked => this,
        not LinkState.Failed => new(day, []),
        _ when Failed is [.., var last] && last >= day => this,
        _ => this with { Failed = [.. Failed.Take(DeadAfter - 1), day] },
    };
}

/// <summary>
/// The days of all addresses, kept from one check to the next in a file that a person can read and compare: sorted, and
/// nothing in it but what the content names.
/// </summary>
internal sealed record LinkHistory(ImmutableSortedDictionary<string, LinkDays> Days)
{
    private const int KnownFormat = 1;

    /// <summary>Nothing known.</summary>
    public static LinkHistory Empty { get; } = new(ImmutableSortedDictionary.Create<string, LinkDays>(StringComparer.Ordinal));

    /// <summary>What is known of an address.</summary>
    public LinkDays Of(string address) => Days.GetValueOrDefault(address) ?? new(null, []);

    /// <summary>The same after a check; what was not asked for is forgotten.</summary>
    public LinkHistory After(IEnumerable<KeyValuePair<string, LinkAnswer>> answers, DateOnly day) =>
        new(answers.Select(a => KeyValuePair.Create(a.Key, Of(a.Key).After(a.Value.State, day)))
            .Where(p => p.Value.Worked is not null || !p.Value.Failed.IsEmpty)
            .ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>Reads the file's text.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="file">Its path, for what is wrong.</param>
    public static (LinkHistory? History, Diagnostic? Fault) Read(string text, string file)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.GetProperty("format").GetInt32() != KnownFormat)
            {
                return (null, new(Codes.LinkStateUnreadable, new(file)));
            }
            var days = json.RootElement.GetProperty("addresses").EnumerateArray().Select(a => KeyValuePair.Create(
                a.GetProperty("address").GetString()!,
                new LinkDays(a.TryGetProperty("worked", out var worked) ? Day(worked) : null,
                    a.TryGetProperty("failed", out var failed) ? [.. failed.EnumerateArray().Select(Day)] : [])));
            return (new(days.ToImmutableSortedDictionary(StringComparer.Ordinal)), null);
        }
        catch (JsonException e)
        {
            return (null, new(Codes.LinkStateUnreadable, new(file, (int)(e.LineNumber ?? 0) + 1)));
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            // JSON, but none of ours.
            return (null, new(Codes.LinkStateUnreadable, new(file)));
        }
    }

    /// <summary>The file's text.</summary>
    public string Write() => JsonPrinter.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("format", KnownFormat);
        json.WriteStartArray("addresses");
        foreach (var (address, days) in Days)
        {
            json.WriteStartObject();
            json.WriteString("address", address);
            if (days.Worked is { } worked)
            {
                json.WriteString("worked", Text(worked));
            }
            if (!days.Failed.IsEmpty)
            {
                json.WriteStartArray("failed");
                foreach (var day in days.Failed)
                {
                    json.WriteStringValue(Text(day));
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static DateOnly Day(JsonElement text) => DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
