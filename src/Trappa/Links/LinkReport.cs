using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Trappa.Diagnostics;
using Trappa.Diagnostics.Printers;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Links;

/// <summary>What a check found, told where each address stands.</summary>
/// <param name="Addresses">Every place that names an outside address, in the order of files and lines.</param>
/// <param name="Answers">What the check of each address came to.</param>
/// <param name="History">What is known of each, this check included.</param>
/// <param name="Day">The day of the check.</param>
/// <param name="Language">The guide's language.</param>
internal sealed record LinkReport(
    ImmutableArray<OutsideAddress> Addresses, ImmutableSortedDictionary<string, LinkAnswer> Answers, LinkHistory History, DateOnly Day,
    Language Language)
{
    /// <summary>What has to be done or looked at.</summary>
    public ImmutableArray<Diagnostic> Diagnostics() => [.. Addresses.Select(Found).OfType<Diagnostic>()];

    /// <summary>For people: what has to be done, what is worth knowing, and how many.</summary>
    public string Text(Palette palette)
    {
        var text = new StringBuilder(TextPrinter.Print(Diagnostics(), Language, palette));
        foreach (var note in Addresses.Where(a => Note(a) is not null))
        {
            text.Append(palette.Place).Append(note.Place).Append(':').Append(palette.Reset).Append(' ').Append(Note(note)).Append('\n');
        }
        return text.Append(Summary()).Append('\n').ToString();
    }

    /// <summary>For programs.</summary>
    public string Json() => JsonPrinter.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        json.WriteString("date", Iso(Day));
        json.WriteStartArray("addresses");
        foreach (var address in Addresses)
        {
            Write(json, address);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void Write(Utf8JsonWriter json, OutsideAddress address)
    {
        var (answer, days) = (Answers[address.Asked], History.Of(address.Asked));
        json.WriteStartObject();
        json.WriteString("address", address.Written);
        json.WriteString("state", answer.State.ToString().ToLowerInvariant());
        JsonPrinter.WriteKnown(json, "status", answer.Status);
        if (answer.Target is { } target)
        {
            json.WriteString("target", target);
        }
        if (days.Worked is { } worked)
        {
            json.WriteString("worked", Iso(worked));
        }
        json.WriteStartArray("failed");
        foreach (var day in days.Failed)
        {
            json.WriteStringValue(Iso(day));
        }
        json.WriteEndArray();
        json.WriteString("file", address.Place.File);
        JsonPrinter.WriteKnown(json, "line", address.Place.Line);
        JsonPrinter.WriteKnown(json, "column", address.Place.Column);
        if (Found(address) is { } found)
        {
            json.WriteString("code", found.Code.Id);
            json.WriteString("severity", found.Code.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("message", found.Message(Language));
            json.WriteString("remedy", found.Remedy(Language));
        }
        else if (Note(address) is { } note)
        {
            json.WriteString("message", note);
        }
        json.WriteEndObject();
    }

    private Diagnostic? Found(OutsideAddress address)
    {
        var (answer, days) = (Answers[address.Asked], History.Of(address.Asked));
        var reason = Reason(address, answer);
        return answer.State switch
        {
            LinkState.Failed when days.IsDead => new(Codes.LinkDead, address.Place, ("address", address.Written), ("reason", reason),
                ("date", Language.Day(days.Failed[0])), ("file", address.Place.File), ("resources", Language.File("resources"))),
            LinkState.Failed => new(Codes.LinkFailing, address.Place, ("address", address.Written), ("reason", reason),
                ("days", Number(days.Failed.Length)), ("limit", Number(LinkDays.DeadAfter))),
            LinkState.Moved => new(Codes.LinkMoved, address.Place, ("address", address.Written), ("target", Target(address, answer)),
                ("file", address.Place.File)),
            LinkState.Unchecked => new(Codes.LinkUnchecked, address.Place, ("address", address.Written), ("reason", reason)),
            _ => null,
        };
    }

    // What needs no change, and that the editor may want to know.
    private string? Note(OutsideAddress address) => Answers[address.Asked] switch
    {
        { State: LinkState.Redirected } answer => Language.Fill("links_redirected", ("address", address.Written), ("target", Target(address, answer))),
        { State: LinkState.Works } when address.Resource is { } resource && !(resource.Checked >= Day) =>
            Language.Fill("links_checked", ("address", address.Written), ("field", Language.Field("checked")), ("date", Iso(Day))),
        _ => null,
    };

    // One request is made for all places on a page: each has its own fragment.
    private static string Target(OutsideAddress address, LinkAnswer answer)
    {
        var hash = address.Written.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 || answer.Target!.Contains('#', StringComparison.Ordinal) ? answer.Target! : answer.Target + address.Written[hash..];
    }

    private string Reason(OutsideAddress address, LinkAnswer answer) => answer.Reason.Length == 0 ? "" : Language.Fill("link_" + answer.Reason,
        ("host", new Uri(address.Asked).Host), ("status", Number(answer.Status)), ("target", answer.Target ?? ""),
        ("seconds", Number((int)Web.Requests.Limit.TotalSeconds)), ("limit", Number(LinkChecker.MostRedirects)));

    private string Summary()
    {
        var states = Answers.Values.Select(a => a.State).ToList();
        string Count(LinkState state) => Number(states.Count(s => s == state));
        return Language.Fill("links_summary", ("count", Number(states.Count)), ("works", Number(states.Count(s => s is LinkState.Works or LinkState.Redirected))),
            ("moved", Count(LinkState.Moved)), ("failed", Count(LinkState.Failed)), ("unchecked", Count(LinkState.Unchecked)));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
