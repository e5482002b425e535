namespace Simphonie.Bench.Processes;

/// <summary>A site made for one measurement: its <c>hub.yaml</c>, ports, certificates, the hub and the CDRi simulator as processes.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private readonly string _home;
    private readonly string _directory;
    private readonly string _dll;

    private BenchSite(string home, string directory, string dll, string? data)
    {
        _home = home;
        _directory = directory;
        _dll = dll;
        Data = data ?? Path.Combine(directory, "data");
    }

    public int MllpPort { get; } = FreePort.Next();

    public int ReturnPort { get; } = FreePort.Next();

    public int HttpPort { get; } = FreePort.Next();

    public int CdriPort { get; } = FreePort.Next();

    public string Data { get; }

    /// <summary>Where the CDRi simulator's test authority keeps its certificates.</summary>
    public string Authority => Path.Combine(_directory, "cdri", "demo-authority");

    public ChildProcess Hub { get; private set; } = null!;

    public ChildProcess? Cdri { get; private set; }

    /// <summary>Starts a hub, and the CDRi simulator when there is something to ask it.</summary>
    /// <param name="context">The run.</param>
    /// <param name="name">Short name of its directory.</param>
    /// <param name="cdri">Whether the simulator runs beside it.</param>
    /// <param name="signed">Calls carry a signed assertion beside mutual TLS.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="data">A data directory that exists; null for a new one.</param>
    public static async Task<BenchSite> StartAsync(BenchContext context, string name, bool cdri, bool signed, CancellationToken cancellationToken, string? data = null)
    {
        var directory = context.NewDirectory(name);
        var home = cdri ? RoadHome.Make(context.Home, Path.Combine(directory, "home")) : context.Home;
        if (signed)
        {
            SignedHome.Sign(home);
        }

        var site = new BenchSite(home, directory, Path.Combine(context.Home, "src", "Simphonie.Cli", "bin", "Release", "net10.0", "simphonie.dll"), data);
        try
        {
            if (cdri)
            {
                await site.StartCdriAsync(cancellationToken);
            }

            await File.WriteAllTextAsync(Path.Combine(directory, "hub.yaml"), SiteText.Of(site, home, cdri, signed), cancellationToken);
            await site.StartHubAsync(cancellationToken);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async Task StartHubAsync(CancellationToken cancellationToken)
    {
        Hub = Start(["run", "--config", Path.Combine(_directory, "hub.yaml"), "--data", Data]);
        await Hub.LineAsync("Ready", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Hub is not null)
        {
            await Hub.DisposeAsync();
        }

        if (Cdri is not null)
        {
            await Cdri.DisposeAsync();
        }
    }

    private async Task StartCdriAsync(CancellationToken cancellationToken)
    {
        Cdri = Start(["simulate", "cdri", "--data", Path.Combine(_directory, "cdri"), "--port", CdriPort.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await Cdri.LineAsync("Ready", cancellationToken);
    }

    private ChildProcess Start(IEnumerable<string> arguments) =>
        ChildProcess.Start("dotnet", [_dll, .. arguments], new Dictionary<string, string>(StringComparer.Ordinal) { ["SIMPHONIE_HOME"] = _home });
}
