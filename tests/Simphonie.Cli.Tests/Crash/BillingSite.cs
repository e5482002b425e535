using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Cli.Tests.Running;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Cli.Tests.Crash;

/// <summary>
/// A site that bills, in a directory of its own: the shipped routes of invoices, lots and returns, lots of a few invoices that close within a second, and the simulated
/// caisse in the test's process on the other side of two folders, which outlives every hub.
/// </summary>
internal sealed class BillingSite : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("simphonie-billing-").FullName;
    private AmoSimulator? _amo;

    public int Port { get; } = HubProcess.FreePort();

    public string Data => Path.Combine(_directory, "data");

    /// <summary>Where the caisse keeps the files that it has taken, under names of its own.</summary>
    public string Taken => Path.Combine(ToCaisse, "archive");

    /// <summary>Files that the caisse did not want.</summary>
    public string Unwanted => Path.Combine(ToCaisse, "error");

    private string ToCaisse => Path.Combine(_directory, "to-caisse");

    private string FromCaisse => Path.Combine(_directory, "from-caisse");

    public async Task StartCaisseAsync(CancellationToken cancellationToken)
    {
        Write();
        var schemas = Path.Combine(Repository.Root, "schemas");
        _amo = new(
            new AmoSimulatorOptions
            {
                Inbox = ToCaisse,
                Answers = FromCaisse,
                Layouts = Path.Combine(schemas, "b2", "cp-2023.yaml"),
                ReturnForm = Path.Combine(schemas, "noemie", "ps.yaml"),
                AcknowledgementForm = Path.Combine(schemas, "noemie", "arl-hub-1.yaml"),
                Settings = new AmoSettings { RejectionsPerTenThousand = 2_000, AcknowledgeAfter = TimeSpan.Zero, ReturnAfter = TimeSpan.FromSeconds(1) },
                Time = TimeProvider.System,
            },
            NullLoggerFactory.Instance);
        await _amo.StartAsync(cancellationToken);
    }

    public HubProcess StartHub() => HubProcess.Start("run", "--config", Path.Combine(_directory, "hub.yaml"), "--data", Data);

    public async ValueTask DisposeAsync()
    {
        if (_amo is not null)
        {
            await _amo.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private void Write()
    {
        foreach (var folder in new[] { ToCaisse, FromCaisse, Path.Combine(_directory, "from-gap"), Path.Combine(_directory, "routes") })
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllText(
            Path.Combine(_directory, "caisses.csv"),
            "regime;caisse;centre;regime_destinataire;organisme;centre_informatique;adresse\n" + string.Concat(InvoiceText.Caisses.Select(caisse => $"01;{caisse};;01;{caisse};{caisse};\n")));
        File.WriteAllText(Path.Combine(_directory, "routes", "rights.route.yaml"), """
            route: rights
            version: 1
            effective: 2020-01-01
            description: Remembers that rights are open, as the routes of CDRi do.
            from: gap-fhir
            when: Bundle.entry.resource.ofType(Claim).empty()
            key: Bundle.identifier.value
            steps:
              - remember: rights-verified
                key: Bundle.entry.resource.ofType(Coverage).subscriberId.first() & '/' & Bundle.entry.resource.ofType(Patient).birthDate.toString() & '/1'
                value: today().toString()
            """);
        File.WriteAllText(Path.Combine(_directory, "hub.yaml"), $$"""
            hub: crash-test
            establishment: {finess: "750000010", name: Crash test}
            world: test
            duplicates: {window_days: 7, on_conflict: accept}
            definitions: {mode: development, from: [routes, "{{Repository.Root}}/routes/fides", "{{Repository.Root}}/mappings/fides", "{{Repository.Root}}/schemas"]}
            http: {listen: "127.0.0.1:{{Port}}"}
            lots:
              directory: caisses.csv
              sender: {name: CH EXEMPLE, category: "355", legal_status: "13", tariff_mode: "03"}
              invoices: 4
              within: 1 second
              process: invoice
            inbound:
              gap-fhir:
                fhir: {path: /fhir}
              gap-b2:
                directory: {path: from-gap, pattern: "*.b2"}
                format: b2/cp
              caisse-acknowledgements:
                directory: {path: from-caisse, pattern: "*-arl.dat", poll_seconds: 1, stable_seconds: 0}
                format: noemie/arl-hub@1
              caisse-returns:
                directory: {path: from-caisse, pattern: "*-noemie.dat", poll_seconds: 1, stable_seconds: 0}
                format: noemie/ps@1
            endpoints:
              caisse:
                directory: {path: to-caisse, name: "{id}.b2"}
                format: b2/cp
            """);
    }
}
