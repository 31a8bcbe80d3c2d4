using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Serving;

namespace Trappa.Commands;

/// <summary><c>trappa serve</c>: the site on this machine, made anew as its words are written.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 4321;

    public static Command Create(Surroundings surroundings)
    {
        var options = new SharedOptions(surroundings);
        var port = new Option<int>("--port")
        {
            HelpName = "PORT",
            DefaultValueFactory = _ => UsualPort,
        };
        port.Validators.Add(result =>
        {
            // As it was written: what is no number has no value to ask for.
            if (result.Tokens is [var port] && !ushort.TryParse(port.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                result.AddError(surroundings.Language.Value.Word("usage_port"));
            }
        });
        var lan = new Option<bool>("--lan");
        var open = new Option<bool>("--open");
        var command = new Command("serve");
        options.AddForReading(command);
        command.Add(port);
        command.Add(lan);
        command.Add(open);
        command.SetAction((parsed, cancelled) =>
            Serve(options.Request(parsed, surroundings), parsed.GetValue(port), parsed.GetValue(lan), parsed.GetValue(open), surroundings, cancelled));
        return command;
    }

    private static async Task<int> Serve(
        BuildRequest request, int port, bool isLan, bool isOpened, Surroundings surroundings, CancellationToken cancelled)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(surroundings.Stop, cancelled);
        using var interrupted = Stopping(PosixSignal.SIGINT, stop);
        using var terminated = Stopping(PosixSignal.SIGTERM, stop);
        var pages = new PreviewPages(request.Root);
        var shown = request with { EditRoot = pages.EditRoot };
        var kept = new Kept { IsWatched = true };
        using var signal = new Signal();
        var watch = Watch(request.Root, kept, signal.Raise);
        using var watching = watch.Watch;
        using var preview = new Preview(() => Build(shown, kept), state => Tell(state, surroundings));
        Tell(preview.State, surroundings, isFirst: true);
        if (watch.Fault is { } fault)
        {
            surroundings.Error.WriteLine(preview.State.Language.Fill("preview_no_watch", ("reason", fault)));
        }
        var here = isLan ? LanAddresses.First() : null;
        if (isLan && here is null)
        {
            surroundings.Error.WriteLine(preview.State.Language.Word("preview_no_lan"));
            return ExitCodes.ContentErrors;
        }
        var place = new PreviewPlace(port, here, isLan ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) : "");
        await using var server = await PreviewServer.Start(preview, place, pages);
        if (server is null)
        {
            surroundings.Error.WriteLine(preview.State.Language.Fill("preview_port", ("port", port.ToString(CultureInfo.InvariantCulture))));
            return ExitCodes.ContentErrors;
        }
        preview.Start();
        signal.Listen(preview.Wake);
        TellWhere(server, preview.State, surroundings);
        if (isOpened)
        {
            Browser.Open(server.Address);
        }
        try
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // That is how one stops.
        }
        return ExitCodes.Fine;
    }

    private static Built Build(BuildRequest request, Kept kept)
    {
        var result = Pipeline.Run(request, kept);
        return new(result.Language, result.Files, result.Pages, result.Diagnostics);
    }

    private static (FolderWatch? Watch, string? Fault) Watch(string root, Kept kept, Action changed)
    {
        try
        {
            return (new(root, kept, changed), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            // A machine has a number of folders that may be watched at a time.
            return (null, e.Message.ReplaceLineEndings(" "));
        }
    }

    private static void TellWhere(PreviewServer server, PreviewState state, Surroundings surroundings)
    {
        surroundings.Error.WriteLine(state.Language.Fill("preview_at", ("address", server.Address)));
        if (server.LanAddress is { } lan)
        {
            surroundings.Error.WriteLine(state.Language.Fill("preview_lan", ("address", lan)));
            surroundings.Error.Write(TerminalCode.Of(lan, surroundings.Colour));
        }
        surroundings.Error.WriteLine(state.Language.Word("preview_stop"));
    }

    private static void Tell(PreviewState state, Surroundings surroundings, bool isFirst = false)
    {
        var found = isFirst ? state.Build.Diagnostics : [.. state.Build.Errors];
        Report.Write(found, state.Language, "text", surroundings);
        if (!isFirst && !state.Build.HasErrors)
        {
            surroundings.Error.WriteLine(state.Language.Fill("preview_built",
                ("time", state.Milliseconds.ToString(CultureInfo.InvariantCulture)),
                ("count", state.Changed.Length.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private static PosixSignalRegistration Stopping(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });

    // What happens before there is anyone to tell is told when there is.
    private sealed class Signal : IDisposable
    {
        private readonly Lock _lock = new();
        private Action? _listener;
        private bool _isRaised;

        public void Raise()
        {
            lock (_lock)
            {
                _isRaised = true;
                _listener?.Invoke();
            }
        }

        public void Listen(Action listener)
        {
            lock (_lock)
            {
                _listener = listener;
                if (_isRaised)
                {
                    listener();
                }
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _listener = null;
            }
        }
    }
}
