using System.Net;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Tls;
using Simphonie.Cli.Composition;
using Simphonie.Journal;
using Simphonie.Simulators.Authority;
using Simphonie.Simulators.Cdri;
using Simphonie.Simulators.Gap;

namespace Simphonie.Cli.Demo;

/// <summary>
/// The demonstration: a test authority of its own in the data directory, the simulated CDRi behind mutual TLS, a simulated GAP that echoes every return,
/// and the hub between them.
/// </summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly ILoggerFactory _logs;
    private readonly CdriSimulator _cdri;
    private readonly GapSimulator _gap;

    private DemoSite(ILoggerFactory logs, CdriSimulator cdri, GapSimulator gap, HubSite hub)
    {
        _logs = logs;
        _cdri = cdri;
        _gap = gap;
        Hub = hub;
    }

    public HubSite Hub { get; }

    public CdriSimulator Cdri => _cdri;

    public GapSimulator Gap => _gap;

    public static async Task<DemoSite> StartAsync(string data, DemoPorts ports, CancellationToken cancellationToken)
    {
        ports.Check();
        var time = TimeProvider.System;
        var certificates = await DemoAuthority.EnsureAsync(DemoSecrets.AuthorityIn(data), time, cancellationToken);
        DataDirectory.Create(DemoSecrets.CaisseIn(data));
        var samples = Path.Combine(Home.Directory, "samples", "demo");
        var logs = HubLogs.Create(Path.Combine(data, "simulators"));
        var cdri = await CdriSimulator.StartAsync(
            new()
            {
                Port = ports.Simulators,
                ProfileFile = Path.Combine(Home.Schemas, "soap", "cdri-hub.profile.yaml"),
                InsuredFile = Path.Combine(samples, "insured.yaml"),
                Tls = TlsSettings.Of(certificates.Server, certificates.ServerKey, null, certificates.Authority, clientRequired: true),
                AssertionAuthorities = certificates.Authority,
                Time = time,
            },
            cancellationToken);
        var gap = new GapSimulator(new(IPAddress.Loopback, ports.GapReturn), new(IPAddress.Loopback, ports.MllpIn), logs, time);
        try
        {
            await gap.StartAsync(cancellationToken);
            var hub = await HubSite.StartAsync(
                new() { Config = Path.Combine(samples, "hub.yaml"), Data = data, PortOffset = ports.Offset, Environment = DemoSecrets.For(data) },
                cancellationToken);
            return new(logs, cdri, gap, hub);
        }
        catch
        {
            await gap.DisposeAsync();
            await cdri.DisposeAsync();
            logs.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await _gap.DisposeAsync();
        await _cdri.DisposeAsync();
        _logs.Dispose();
    }
}
