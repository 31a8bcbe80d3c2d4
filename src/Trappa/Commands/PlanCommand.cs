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
        var against = new Option<string>("--against")
        {
            Description = "The folder with the site as it is published. Default: _site in the project's folder.",
            HelpName = "DIR",
        };
        var format = new Option<string>("--format")
        {
            Description = "How the plan is written.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command("plan",
            "Show what publishing would change: pages that come, go or have other words, redirects, bytes. Writes nothing."
            + "\n\nExample:\n  trappa plan --against ../published --format markdown");
        options.AddForReading(command);
        command.Add(against);
        command.Add(format);
        command.SetAction(parsed =>
        {
            var request = options.Request(parsed, surroundings);
            var folder = parsed.GetValue(against) is { } given
                ? Path.GetFullPath(Path.Combine(surroundings.Folder, given))
                : Path.Combine(request.Root, "_site");
            return Show(request, folder, parsed.GetValue(format)!, surroundings);
        });
        return command;
    }

    private static int Show(BuildRequest request, string folder, string format, Surroundings surroundings)
    {
        var published = SitePlan.Published(folder);
        // Printing takes a browser and tells nothing that the pages do not; the links to what it prints are as they are published.
        var isPrinted = published?.Keys.Any(p => p.EndsWith(".pdf", StringComparison.Ordinal)) ?? false;
        var result = Pipeline.Run(request with { HasPdfs = isPrinted });
        Report.Write(result.Diagnostics, result.Language, "text", surroundings);
        if (result.HasErrors)
        {
            return ExitCodes.ContentErrors;
        }
        if (published is null)
        {
            surroundings.Error.WriteLine(result.Language.Fill("plan_no_site", ("folder", Path.GetRelativePath(surroundings.Folder, folder))));
            return ExitCodes.ContentErrors;
        }
        var plan = SitePlan.Of(result.Files, result.Jobs.Aggregate(published, (files, job) => files.Remove(job.Pdf)));
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
        json.WriteNumber("bytesBefore", plan.BytesBefore);
        json.WriteNumber("bytesAfter", plan.BytesAfter);
        json.WriteEndObject();
    });
}
