using System.CommandLine;
using Trappa.Diagnostics.Printers;
using Trappa.Publishing;

namespace Trappa.Commands;

/// <summary><c>trappa plan</c>: what publishing would change, before it does.</summary>
internal static class PlanCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new SharedOptions(surroundings);
        var format = new Option<string>("--format")
        {
            DefaultValueFactory = _ => "text",
        };
        SharedOptions.AcceptOnly(format, surroundings, "text", "markdown", "json");
        var command = new Command("plan");
        options.AddForReading(command);
        command.Add(options.Against);
        command.Add(format);
        command.Add(options.Editor);
        command.SetAction(async (parsed, cancelled) =>
        {
            var (result, published) = await PublishedBuild.Of(options.Request(parsed, surroundings), parsed.GetValue(options.Against), (r, p) => SitePlan.ChangedPages(r.Files, p), surroundings, cancelled);
            return result.HasErrors ? Refused(result, parsed.GetValue(format)!, surroundings)
                : published is null ? ExitCodes.ContentErrors
                : Show(result, published, parsed.GetValue(format)!, surroundings);
        });
        return command;
    }

    // The summary of a proposal is read without the messages.
    private static int Refused(BuildResult result, string format, Surroundings surroundings)
    {
        if (format == "markdown")
        {
            surroundings.Output.Write(result.Language.Word("plan_refused") + "\n");
        }
        return ExitCodes.ContentErrors;
    }

    private static int Show(BuildResult result, PublishedSite published, string format, Surroundings surroundings)
    {
        var plan = SitePlan.Of(result.Files, published);
        surroundings.Output.Write(format == "json" ? Json(plan) : PlanText.Of(plan, result.Language, format == "markdown"));
        return ExitCodes.Fine;
    }

    private static string Json(SitePlan plan) => JsonPrinter.Write(json =>
    {
        void Strings(string name, IEnumerable<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }
            json.WriteEndArray();
        }
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        Strings("new", plan.New);
        json.WriteStartArray("changed");
        foreach (var page in plan.Changed)
        {
            json.WriteStartObject();
            json.WriteString("address", page.Address);
            json.WriteBoolean("read", page.IsRead);
            json.WriteStartArray("words");
            foreach (var change in page.Words)
            {
                json.WriteStartObject();
                json.WriteString("old", change.Old);
                json.WriteString("new", change.New);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Strings("gone", plan.Gone.Select(g => g.Address));
        Strings("lost", plan.Gone.Where(g => !g.IsRedirected).Select(g => g.Address));
        Strings("redirects", plan.Redirects);
        Strings("others", plan.Others);
        if (plan.BytesBefore is { } before)
        {
            json.WriteNumber("bytesBefore", before);
        }
        json.WriteNumber("bytesAfter", plan.BytesAfter);
        json.WriteEndObject();
    });
}
