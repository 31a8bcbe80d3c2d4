using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Trappa.Printing;

/// <summary>
/// One browser without windows, in a profile of its own, spoken to over its pipe: when we end, however we end, the pipe
/// closes and the browser ends as well.
/// </summary>
internal sealed class BrowserProcess : IDisposable
{
    private const int LongestEnd = 5000;

    private readonly Process _process;
    private readonly string _profile;
    private readonly ImmutableArray<PosixSignalRegistration> _signals;
    private readonly Lock _ending = new();
    private bool _isEnded;
    private volatile bool _isInterrupted;

    private BrowserProcess(ProcessStartInfo start, string profile)
    {
        _process = new Process { StartInfo = start };
        _profile = profile;
        // The default answer to each is to end at once, which would leave the profile behind. From before there is a
        // browser to leave behind.
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(s => PosixSignalRegistration.Create(s, _ => Interrupt()))];
    }

    /// <summary>What we say to the browser.</summary>
    public Stream ToBrowser => _process.StandardInput.BaseStream;

    /// <summary>What it says to us.</summary>
    public Stream FromBrowser => _process.StandardOutput.BaseStream;

    /// <summary>Starts it.</summary>
    /// <exception cref="PrintException">It cannot be started.</exception>
    public static BrowserProcess Start(string browser)
    {
        var profile = Profile();
        // The browser's pipe is on the handles 3 and 4, which only a shell can give it from here.
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null");
        start.ArgumentList.Add(browser);
        foreach (var option in Options(profile))
        {
            start.ArgumentList.Add(option);
        }
        var browserProcess = new BrowserProcess(start, profile);
        try
        {
            browserProcess._process.Start();
            // What it grumbles about on the side is nobody's business, but must be read or it waits.
            browserProcess._process.ErrorDataReceived += (_, _) => { };
            browserProcess._process.BeginErrorReadLine();
            return browserProcess;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            browserProcess.Dispose();
            throw new PrintException(PrintFault.Ended, e.Message);
        }
    }

    // Where the system has no room for temporary folders, or may not write there, nothing is printed and all else goes on.
    private static string Profile()
    {
        try
        {
            return Directory.CreateTempSubdirectory("trappa-print-").FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PrintException(PrintFault.Ended, e.Message);
        }
    }

    /// <summary>Ends the browser with all that it started, and removes its profile.</summary>
    public void Dispose()
    {
        End();
        if (_isInterrupted)
        {
            // The signal ends us as soon as it is answered. Until then nobody takes it for a browser that crashed, and
            // builds a site without PDFs.
            Thread.Sleep(LongestEnd);
        }
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
        _process.Dispose();
    }

    private void Interrupt()
    {
        _isInterrupted = true;
        End();
    }

    // Who comes second waits for the first.
    private void End()
    {
        lock (_ending)
        {
            if (_isEnded)
            {
                return;
            }
            _isEnded = true;
            try
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit(LongestEnd);
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException or NotSupportedException)
            {
                // It has ended by itself.
            }
            RemoveProfile();
        }
    }

    // A process of the browser's that is just ending may still write: then once more a little later, each time twice as
    // much, and else the system's own clearing of temporary folders has it.
    private void RemoveProfile()
    {
        for (var wait = 10; wait < 2000 && Directory.Exists(_profile); wait *= 2)
        {
            try
            {
                Directory.Delete(_profile, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(wait);
            }
        }
    }

    private static IEnumerable<string> Options(string profile) =>
    [
        "--headless",
        "--remote-debugging-pipe",
        "--user-data-dir=" + profile,
        // It has nobody to talk to, and nothing to fetch: pages come from memory.
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-proxy-server",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--disable-extensions",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-default-browser-check",
        "--password-store=basic",
        "--use-mock-keychain",
        // Lines break by the font's own widths, and not by the screen's pixels.
        "--font-render-hinting=none",
        // Root has no sandbox to be put in.
        .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
        "about:blank",
    ];
}
