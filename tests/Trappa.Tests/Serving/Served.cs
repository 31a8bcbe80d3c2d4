using System.Text;
using System.Text.Json;
using Trappa.Commands;

namespace Trappa.Tests.Serving;

/// <summary>A guide that <c>trappa serve</c> shows, started by the front door and ended with the test.</summary>
internal sealed class Served : IAsyncDisposable
{
    // Much longer than anything takes: a test that waits for what never comes ends with this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly Said _said = new();
    private readonly Task<int> _running;
    private readonly StreamReader _events;

    private Served(TemporaryFolder folder, HttpClient client, Task<int> running, Said said, CancellationTokenSource stop, StreamReader events)
    {
        (Folder, Client, _running, _said, _stop, _events) = (folder, client, running, said, stop, events);
    }

    public TemporaryFolder Folder { get; }

    public HttpClient Client { get; }

    /// <summary>What it said in the terminal so far.</summary>
    public string Terminal => _said.ToString()!;

    /// <summary>Serves a folder and listens to its changes; the first of them, the state as it is, is read already.</summary>
    public static async Task<Served> Of(TemporaryFolder folder, params string[] words)
    {
        var said = new Said();
        var stop = new CancellationTokenSource();
        var running = Task.Run(() => CommandLine.Run(["serve", folder.Path, "--port", "0", "--date", "2024-05-01", .. words],
            new(TextWriter.Null, said, folder.Path, new(2024, 5, 1), IsTerminal: false, Colour: false) { Stop = stop.Token }));
        var first = await Task.WhenAny(running, said.Address).WaitAsync(Patience);
        Assert.True(first == said.Address, said.ToString());
        var client = new HttpClient { BaseAddress = new(await said.Address), Timeout = Patience };
        var events = new StreamReader(await client.GetStreamAsync("__trappa/events"), Encoding.UTF8);
        var served = new Served(folder, client, running, said, stop, events);
        served.First = await served.Next();
        return served;
    }

    /// <summary>The state when the listening began.</summary>
    public JsonElement First { get; private set; }

    /// <summary>Serves a copy of the repository's guide.</summary>
    public static Task<Served> OfTheGuide(TemporaryFolder folder, params string[] words)
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            var copy = folder[Path.GetRelativePath(Repository.Root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return Of(folder, words);
    }

    public Task<string> Page(string path) => Client.GetStringAsync(path);

    /// <summary>The next state that the page would be told of.</summary>
    public async Task<JsonElement> Next()
    {
        while (true)
        {
            var line = await _events.ReadLineAsync().WaitAsync(Patience) ?? throw new EndOfStreamException("the stream of changes ended");
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line["data: ".Length..]).RootElement;
            }
        }
    }

    /// <summary>The first state of which something is true; those before it, such as of a file half written, go past.</summary>
    public async Task<JsonElement> Until(Func<JsonElement, bool> isSo)
    {
        while (true)
        {
            if (await Next() is var state && isSo(state))
            {
                return state;
            }
        }
    }

    /// <summary>The state in which a page has these words.</summary>
    public async Task UntilPageHas(string path, string words)
    {
        while (!(await Page(path)).Contains(words, StringComparison.Ordinal))
        {
            await Next();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Assert.Equal(ExitCodes.Fine, await _running.WaitAsync(Patience));
        _events.Dispose();
        Client.Dispose();
        _stop.Dispose();
    }

    // The terminal, which tells the address in one of its lines.
    private sealed class Said : StringWriter
    {
        private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Address => _address.Task;

        public override void WriteLine(string? value)
        {
            lock (_address)
            {
                base.WriteLine(value);
            }
            if (value?.IndexOf("http://localhost", StringComparison.Ordinal) is >= 0 and var at)
            {
                _address.TrySetResult(value[at..]);
            }
        }

        public override void Write(string? value)
        {
            lock (_address)
            {
                base.Write(value);
            }
        }

        public override string ToString()
        {
            lock (_address)
            {
                return base.ToString();
            }
        }
    }
}
