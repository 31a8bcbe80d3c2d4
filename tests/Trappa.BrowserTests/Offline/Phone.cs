using Microsoft.AspNetCore.Http;
using Trappa.BrowserTests.Site;

namespace Trappa.BrowserTests.Offline;

/// <summary>What tests do with a page whose site is kept by a worker, and with the network it has.</summary>
internal static class Phone
{
    /// <summary>Opens a page, and waits until the guide is kept.</summary>
    public static async Task KeepAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller?.state === 'activated'");
    }

    /// <summary>Asks for what a server has of the worker, and waits until a new one is at work or has given up.</summary>
    public static Task UpdateAsync(this IPage page) => page.EvaluateAsync("""
        async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration.update().catch(() => undefined);
          const worker = registration.installing ?? registration.waiting;
          if (!worker) return;
          await new Promise((done) => {
            const look = () => /activated|redundant/.test(worker.state) && done();
            worker.addEventListener("statechange", look);
            look();
          });
        }
        """);

    /// <summary>Names of what is kept.</summary>
    public static Task<string[]> CachesAsync(this IPage page) => page.EvaluateAsync<string[]>("() => caches.keys()");

    /// <summary>No network: each connection ends without an answer.</summary>
    public static void GoAway(this SiteServer server) => server.Before = context =>
    {
        context.Abort();
        return Task.FromResult(false);
    };

    /// <summary>One bar: requests are taken, and never answered.</summary>
    public static void FallSilent(this SiteServer server) => server.Before = async context =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
        return false;
    };

    /// <summary>A network that answers everything with its own page.</summary>
    public static void Capture(this SiteServer server) => server.Before = async context =>
    {
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<!DOCTYPE html><title>Logga in</title><h1>Välkommen till torgets nät</h1>", context.RequestAborted);
        return false;
    };

    /// <summary>The network is back.</summary>
    public static void ComeBack(this SiteServer server) => server.Before = null;
}
