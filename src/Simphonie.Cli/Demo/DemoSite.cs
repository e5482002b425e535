using System.Net;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Tls;
using Simphonie.Cli.Commands;
using Simphonie.Cli.Composition;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Authority;
using Simphonie.Simulators.Cdri;
using Simphonie.Simulators.Gap;

namespace Simphonie.Cli.Demo;

/// <summary>
/// The demonstration: a test authority of its own in the data directory, the simulated CDRi behind mutual TLS, a simulated caisse that takes and answers
/// files of invoices, a simulated GAP that echoes every return, and the hub between them.
/// </summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly ILoggerFactory _logs;
    private readonly CdriSimulator _cdri;
    private readonly AmoSimulator _amo;
    private readonly GapSimulator _gap;

    private DemoSite(ILoggerFactory logs, CdriSimulator cdri, AmoSimulator amo, GapSimulator gap, HubSite hub, DemoFolders folders)
    {
        _logs = logs;
        _cdri = cdri;
        _amo = amo;
        _gap = gap;
        Hub = hub;
        Folders = folders;
    }

    public HubSite Hub { get; }

    public DemoFolders Folders { get; }

    public CdriSimulator Cdri => _cdri;

    public AmoSimulator Amo => _amo;

    public GapSimulator Gap => _gap;

    /// <param name="data">Data directory.</param>
    /// <param name="ports">Ports.</param>
    /// <param name="caisse">Behaviour of the simulated caisse: a file of <c>samples/demo</c>.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<DemoSite> StartAsync(string data, DemoPorts ports, string caisse, CancellationToken cancellationToken)
    {
        ports.Check();
        var time = TimeProvider.System;
        var certificates = await DemoAuthority.EnsureAsync(DemoSecrets.AuthorityIn(data), time, cancellationToken);
        var samples = Path.Combine(Home.Directory, "samples", "demo");
        var folders = new DemoFolders(data);
        folders.Create();
        var logs = HubLogs.Create(Path.Combine(data, "simulators"));
        var started = new List<IAsyncDisposable>();
        try
        {
            var amo = new AmoSimulator(SimulatedAmo.Options(folders.ToCaisse, folders.FromCaisse, folders.Mailbox, Path.Combine(samples, caisse)), logs);
            await amo.StartAsync(cancellationToken);
            started.Add(amo);
            var cdri = await CdriSimulator.StartAsync(CdriOptions(certificates, ports, samples), cancellationToken);
            started.Add(cdri);
            var gap = new GapSimulator(new(IPAddress.Loopback, ports.GapReturn), new(IPAddress.Loopback, ports.MllpIn), logs, time);
            started.Add(gap);
            await gap.StartAsync(cancellationToken);
            var hub = await HubSite.StartAsync(
                new() { Config = Path.Combine(samples, "hub.yaml"), Data = data, PortOffset = ports.Offset, Environment = DemoSecrets.For(data) },
                cancellationToken);
            return new(logs, cdri, amo, gap, hub, folders);
        }
        catch
        {
            foreach (var one in Enumerable.Reverse(started))
            {
                await one.DisposeAsync();
            }

            logs.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await _gap.DisposeAsync();
        await _amo.DisposeAsync();
        await _cdri.DisposeAsync();
        _logs.Dispose();
    }

    private static CdriSimulatorOptions CdriOptions(DemoCertificates certificates, DemoPorts ports, string samples) => new()
    {
        Port = ports.Simulators,
        ProfileFile = Path.Combine(Home.Schemas, "soap", "cdri-hub.profile.yaml"),
        InsuredFile = Path.Combine(samples, "insured.yaml"),
        Tls = TlsSettings.Of(certificates.Server, certificates.ServerKey, null, certificates.Authority, clientRequired: true),
        AssertionAuthorities = certificates.Authority,
        Time = TimeProvider.System,
    };
}
