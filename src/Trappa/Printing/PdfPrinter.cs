using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Trappa.Render;
using Trappa.Render.Files;

namespace Trappa.Printing;

/// <summary>
/// Prints pages of a finished site to PDF: one installed browser, a tab a page, all side by side. Pages come from
/// memory; nothing is asked of any network.
/// </summary>
public static class PdfPrinter
{
    // Stands for the site where its address is not known; reserved, so that nobody can have it (RFC 2606 §2).
    private const string NoAddress = "https://guide.invalid/";

    /// <summary>Prints.</summary>
    /// <param name="browser">Path of the browser.</param>
    /// <param name="site">All files of the site.</param>
    /// <param name="address">The site's address, which links in the PDFs lead to, or null.</param>
    /// <param name="language">The guide's language, as a BCP 47 tag.</param>
    /// <param name="jobs">What to print.</param>
    /// <param name="limit">Longest time for all of it.</param>
    public static PrintResult Print(
        string browser, ImmutableArray<OutputFile> site, string? address, string language, ImmutableArray<PrintJob> jobs, TimeSpan limit)
    {
        try
        {
            using var process = BrowserProcess.Start(browser);
            var printing = PrintAsync(process, new(site, address ?? NoAddress), jobs);
            if (Task.WaitAny([printing], limit) < 0)
            {
                return Failed(PrintFault.TooSlow, "");
            }
            var files = jobs.Zip(printing.GetAwaiter().GetResult(),
                (job, pdf) => new OutputFile(job.Pdf, PdfFinish.Finish(pdf, language, job)));
            return new([.. files], null, "");
        }
        catch (PrintException e)
        {
            return Failed(e.Fault, e.Message);
        }
        catch (Exception e) when (e is FormatException or OverflowException or KeyNotFoundException or InvalidDataException)
        {
            // A PDF as this browser's relatives do not write it.
            return Failed(PrintFault.Refused, "PDF");
        }
    }

    private static PrintResult Failed(PrintFault fault, string detail) => new([], fault, detail);

    private static async Task<byte[][]> PrintAsync(BrowserProcess process, PrintedSite site, ImmutableArray<PrintJob> jobs)
    {
        var tabs = new ConcurrentDictionary<string, TaskCompletionSource>();
        DevTools? tools = null;
        tools = new DevTools(process, (session, name, happened) =>
        {
            if (name == "Page.loadEventFired" && tabs.TryGetValue(session, out var loaded))
            {
                loaded.TrySetResult();
            }
            else if (name == "Fetch.requestPaused")
            {
                _ = AnswerAsync(tools!, session, happened, site);
            }
        });
        var prints = jobs.Select(job => PrintAsync(tools, tabs, site, job)).ToList();
        // One that fails is enough: the others may wait for answers that never come.
        for (var left = prints.ToList(); left.Count > 0;)
        {
            var done = await Task.WhenAny(left);
            await done;
            left.Remove(done);
        }
        return await Task.WhenAll(prints);
    }

    private static async Task<byte[]> PrintAsync(
        DevTools tools, ConcurrentDictionary<string, TaskCompletionSource> tabs, PrintedSite site, PrintJob job)
    {
        var target = (await tools.AskAsync("", "Target.createTarget", p => p.WriteString("url", "about:blank"))).Text("targetId");
        var attached = await tools.AskAsync("", "Target.attachToTarget", p =>
        {
            p.WriteString("targetId", target);
            p.WriteBoolean("flatten", true);
        });
        var session = attached.Text("sessionId");
        await tools.AskAsync(session, "Page.enable");
        await tools.AskAsync(session, "Fetch.enable");
        // Paper has no script: what is printed is what the generator wrote.
        await tools.AskAsync(session, "Emulation.setScriptExecutionDisabled", p => p.WriteBoolean("value", true));
        if (!job.IsNumbered)
        {
            return await PrintPageAsync(tools, tabs, session, site, job);
        }
        var draft = await PrintPageAsync(tools, tabs, session, site, job, isDraft: true);
        var (html, pages) = PageNumbers.Fill(Encoding.UTF8.GetString(site.File(site.Url(job.Page))!.Bytes.Span), PageNumbers.Of(draft));
        site.Replace(new(job.Page, Encoding.UTF8.GetBytes(html)));
        var numbered = await PrintPageAsync(tools, tabs, session, site, job);
        // Numbers that moved what they count would be wrong numbers.
        return PageNumbers.Of(numbered) is var now && pages.All(p => now.GetValueOrDefault(p.Key) == p.Value)
            ? numbered : throw new PrintException(PrintFault.Refused, $"{job.Page}: page numbers");
    }

    // A draft is read for its page numbers alone, which its tags and bookmarks, half of the work, do not change.
    private static async Task<byte[]> PrintPageAsync(
        DevTools tools, ConcurrentDictionary<string, TaskCompletionSource> tabs, string session, PrintedSite site, PrintJob job, bool isDraft = false)
    {
        var loaded = tabs[session] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var went = await tools.AskAsync(session, "Page.navigate", p => p.WriteString("url", site.Url(job.Page)));
        if (went.TryGetProperty("errorText", out var error))
        {
            throw new PrintException(PrintFault.Refused, $"{job.Page}: {error.GetString()}");
        }
        await Task.WhenAny(loaded.Task, tools.Listening);
        var printed = await tools.AskAsync(session, "Page.printToPDF", p =>
        {
            p.WriteBoolean("preferCSSPageSize", true);
            p.WriteBoolean("printBackground", true);
            p.WriteBoolean("generateTaggedPDF", !isDraft);
            p.WriteBoolean("generateDocumentOutline", !isDraft);
        });
        return Convert.FromBase64String(printed.Text("data"));
    }

    // An old browser, or one to come, may leave out what we need.
    private static string Text(this JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()! : throw new PrintException(PrintFault.Refused, name);

    private static async Task AnswerAsync(DevTools tools, string session, JsonElement request, PrintedSite site)
    {
        var id = request.GetProperty("requestId").GetString();
        var file = site.File(request.GetProperty("request").GetProperty("url").GetString()!);
        try
        {
            await (file is null
                ? tools.AskAsync(session, "Fetch.failRequest", p =>
                {
                    p.WriteString("requestId", id);
                    p.WriteString("errorReason", "Failed");
                })
                : tools.AskAsync(session, "Fetch.fulfillRequest", p =>
                {
                    p.WriteString("requestId", id);
                    p.WriteNumber("responseCode", 200);
                    p.WriteStartArray("responseHeaders");
                    p.WriteStartObject();
                    p.WriteString("name", "Content-Type");
                    p.WriteString("value", ContentTypes.Of(file.Path));
                    p.WriteEndObject();
                    p.WriteEndArray();
                    p.WriteBase64String("body", file.Bytes.Span);
                }));
        }
        catch (PrintException)
        {
            // The tab that asked is gone, or the browser: whoever prints there hears of it.
        }
    }

    // The site as the browser sees it.
    private sealed class PrintedSite(ImmutableArray<OutputFile> files, string address)
    {
        private readonly ConcurrentDictionary<string, OutputFile> _files =
            new(files.Select(f => KeyValuePair.Create(f.Path, f)), StringComparer.Ordinal);

        public void Replace(OutputFile file) => _files[file.Path] = file;

        public string Url(string path) => address
            + (path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path);

        public OutputFile? File(string url)
        {
            var whole = url.Split('#', '?')[0];
            if (!whole.StartsWith(address, StringComparison.Ordinal))
            {
                return null;
            }
            var path = Uri.UnescapeDataString(whole[address.Length..]);
            return _files.GetValueOrDefault(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path);
        }
    }
}
