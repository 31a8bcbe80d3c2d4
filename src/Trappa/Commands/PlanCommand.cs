using System.CommandLine;
using Trappa.Diagnostics.Printers;
using Trappa.Printing;
using Trappa.Publishing;
using Trappa.Web;

namespace Trappa.Commands;

/// <summary><c>trappa plan</c>: what publishing would change, before it does.</summary>
internal static class PlanCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new SharedOptions(surroundings);
        var against = new Option<string>("--against")
        {
            HelpName = "DIR|URL",
        };
        against.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && IsAddress(given) && WebAddress.Askable(given) is null)
            {
                result.AddError(surroundings.Language.Value.Fill("usage_no_address", ("value", given)));
            }
        });
        var format = new Option<string>("--format")
        {
            DefaultValueFactory = _ => "text",
        };
        SharedOptions.AcceptOnly(format, surroundings, "text", "markdown", "json");
        var command = new Command("plan");
        options.AddForReading(command);
        command.Add(against);
        command.Add(format);
        command.Add(options.Editor);
        command.SetAction((parsed, cancelled) =>
        {
            var request = options.Request(parsed, surroundings);
            return parsed.GetValue(against) is { } given && IsAddress(given)
                ? ShowAgainstAddress(request, WebAddress.Askable(given)!, parsed.GetValue(format)!, surroundings, cancelled)
                : Task.FromResult(ShowAgainstFolder(request, parsed.GetValue(against), parsed.GetValue(format)!, surroundings));
        });
        return command;
    }

    private static bool IsAddress(string given) =>
        given.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || given.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static int ShowAgainstFolder(BuildRequest request, string? given, string format, Surroundings surroundings)
    {
        var folder = given is null ? Path.Combine(request.Root, "_site") : Path.GetFullPath(Path.Combine(surroundings.Folder, given));
        var published = PublishedSite.In(folder);
        var result = Build(request, published, surroundings);
        if (result.HasErrors)
        {
            return ExitCodes.ContentErrors;
        }
        if (published is null)
        {
            surroundings.Error.WriteLine(result.Language.Fill("plan_no_site", ("folder", Path.GetRelativePath(surroundings.Folder, folder))));
            return ExitCodes.ContentErrors;
        }
        return Show(result, Compared(result, published), format, surroundings);
    }

    private static async Task<int> ShowAgainstAddress(
        BuildRequest request, Uri address, string format, Surroundings surroundings, CancellationToken cancelled)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(surroundings.Stop, cancelled);
        using var requests = new Requests(surroundings.Connections(), surroundings.Clock, "*", null);
        var site = new PublishedAddress(requests, surroundings.Clock);
        var (published, root, fault) = await site.Find(address, stop.Token);
        var result = Build(request, published, surroundings);
        if (result.HasErrors)
        {
            return ExitCodes.ContentErrors;
        }
        if (published is null)
        {
            surroundings.Error.WriteLine(fault!.Text(result.Language));
            return ExitCodes.ContentErrors;
        }
        var compared = Compared(result, published);
        compared = await site.With(compared, root, SitePlan.ChangedPages(result.Files, compared), stop.Token);
        return Show(result, compared, format, surroundings);
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
