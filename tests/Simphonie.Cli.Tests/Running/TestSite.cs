using Simphonie.Cli.Composition;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Cli.Tests.Running;

/// <summary>A site in a directory of its own: one MLLP channel, endpoints over MLLP, routes that the test writes, and a hub process that can come and go.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private HubProcess? _hub;

    /// <param name="endpoints">Endpoints over MLLP by name, with their ports.</param>
    /// <param name="settings">More keys of <c>hub.yaml</c>.</param>
    /// <param name="mode">Mode of the definitions.</param>
    /// <param name="limits">More keys of the MLLP channel.</param>
    /// <param name="inbound">More inbound channels, indented by two.</param>
    /// <param name="definitions">One more folder of definitions, beside the site's routes and the product's schemas.</param>
    public TestSite(IReadOnlyDictionary<string, int> endpoints, string settings = "", string mode = "development", string limits = "", string inbound = "", string definitions = "")
    {
        Port = HubProcess.FreePort();
        System.IO.Directory.CreateDirectory(Routes);
        File.WriteAllText(Config, $$"""
            hub: command-test
            establishment: {finess: "750000010", name: Command test}
            world: test
            definitions: {mode: {{mode}}, from: [routes, "{{Path.Combine(Repository.Root, "schemas")}}"{{(definitions.Length > 0 ? $", \"{definitions}\"" : "")}}]}
            inbound:
              gap-adt:
                mllp: {listen: "127.0.0.1:{{Port}}"}
                format: hl7v2/pam-fr@2.11
                {{limits}}
            {{inbound}}
            {{(endpoints.Count > 0 ? "endpoints:" : "")}}
            {{string.Concat(endpoints.Select(endpoint => $"  {endpoint.Key}:\n    mllp: {{connect: \"127.0.0.1:{endpoint.Value}\"}}\n    format: hl7v2/pam-fr@2.11\n    repeat: safe\n"))}}
            {{settings}}
            """);
    }

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("simphonie-cli-").FullName;

    public string Config => Path.Combine(Directory, "hub.yaml");

    public string Data => Path.Combine(Directory, "data");

    public string Routes => Path.Combine(Directory, "routes");

    public int Port { get; }

    /// <summary>What the hub and commands are started by; empty: by themselves.</summary>
    public IReadOnlyList<string> Wrapper { get; set; } = [];

    public HubProcess Hub => _hub ?? throw new InvalidOperationException("no hub was started");

    /// <summary>Writes a route of one trigger event with these steps and further keys, each line as YAML has it.</summary>
    public void WriteRoute(string name, string trigger, string steps, string more = "") => File.WriteAllText(Path.Combine(Routes, name + ".route.yaml"), $"""
        route: {name}
        version: 1
        effective: 2020-01-01
        description: A route of a test.
        from: gap-adt
        when: MSH-9.2 = '{trigger}'
        key: dossier(PID-18)
        steps:
        {steps}
        {more}
        """);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _hub?.Dispose();
        _hub = HubProcess.StartWithin(Wrapper, "run", "--config", Config, "--data", Data);
        using var patience = Patience(cancellationToken);
        await _hub.WaitUntilReadyAsync(patience.Token);
    }

    /// <summary>Stops the hub as a service manager does; gives its exit status.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using var patience = Patience(cancellationToken);
        Hub.Terminate();
        await Hub.WaitForExitAsync(patience.Token);
        return Hub.ExitCode;
    }

    /// <summary>Runs a command on this site's data directory.</summary>
    public Task<CommandRun> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        HubProcess.RunWithinAsync(Wrapper, cancellationToken, [.. arguments, "--data", Data]);

    /// <summary>Runs a command that may have to open the stopped hub, and so wants its configuration too.</summary>
    public Task<CommandRun> CommandAsync(CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(cancellationToken, [.. arguments, "--config", Config]);

    /// <summary>Sends a message over a connection of its own and gives the acknowledgement.</summary>
    public async Task<string?> SendAsync(string message, CancellationToken cancellationToken)
    {
        using var wire = await MllpWire.ConnectAsync(Port, cancellationToken);
        return await wire.AskAsync(message, cancellationToken);
    }

    /// <summary>Reads the journal beside the hub until something is there.</summary>
    public async Task<T> WaitForAsync<T>(Func<IJournalReader, CancellationToken, ValueTask<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = Patience(cancellationToken);
        using var journal = SqliteJournalReader.Open(Data, CodeCatalog.Find);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (true)
        {
            if (await look(journal.Reader, patience.Token) is { } found)
            {
                return found;
            }

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>A handling of a message with this control id once it is in this state.</summary>
    public Task<HandlingRecord> HandlingAsync(string controlId, HandlingState state, CancellationToken cancellationToken) => WaitForAsync(
        async (journal, token) =>
        {
            foreach (var message in await journal.MessagesAsync(new MessageQuery { ControlId = controlId, Limit = 10 }, token))
            {
                if ((await journal.HandlingsOfAsync(message.Id, token)).FirstOrDefault(handling => handling.State == state) is { } found)
                {
                    return found;
                }
            }

            return null;
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_hub is { HasExited: false })
        {
            _hub.Kill();
        }

        _hub?.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
        await Task.CompletedTask;
    }

    private static CancellationTokenSource Patience(CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(s_patience);
        return source;
    }
}
