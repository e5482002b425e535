using System.Globalization;
using System.Text;
using Simphonie.Bench.Processes;

namespace Simphonie.Bench.Month;

/// <summary>A site that bills: the hub, and the simulated caisse on the other side of two folders, as processes.</summary>
internal sealed class MonthSite : IAsyncDisposable
{
    private readonly string _home;
    private readonly string _directory;

    private MonthSite(string home, string directory)
    {
        _home = home;
        _directory = directory;
    }

    public int Port { get; } = FreePort.Next();

    public string Data => Path.Combine(_directory, "data");

    public ChildProcess Hub { get; private set; } = null!;

    public ChildProcess Amo { get; private set; } = null!;

    private string Caisse => Path.Combine(_directory, "amo");

    public static async Task<MonthSite> StartAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var site = new MonthSite(context.Home, context.NewDirectory("month"));
        try
        {
            await site.WriteAsync(cancellationToken);
            var program = Path.Combine(context.Home, "src", "Simphonie.Cli", "bin", "Release", "net10.0", "simphonie.dll");
            site.Amo = site.Start(program, "simulate", "amo", "--data", Path.Combine(site._directory, "simulator"), "--amo-folder", site.Caisse, "--amo-settings", site.In("amo.yaml"));
            await site.Amo.LineAsync("Ready", cancellationToken);
            site.Hub = site.Start(program, "run", "--config", site.In("hub.yaml"), "--data", site.Data);
            await site.Hub.LineAsync("Ready", cancellationToken);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Hub is not null)
        {
            await Hub.DisposeAsync();
        }

        if (Amo is not null)
        {
            await Amo.DisposeAsync();
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(Caisse, "in"));
        Directory.CreateDirectory(Path.Combine(Caisse, "out"));
        Directory.CreateDirectory(In("gap"));
        var recipients = new StringBuilder("regime;caisse;centre;regime_destinataire;organisme;centre_informatique;adresse\n");
        for (var i = 0; i < MonthClaims.Recipients; i++)
        {
            var caisse = MonthClaims.Caisse(i);
            recipients.Append(CultureInfo.InvariantCulture, $"01;{caisse};;01;{caisse};{caisse};\n");
        }

        await File.WriteAllTextAsync(In("caisses.csv"), recipients.ToString(), cancellationToken);
        await File.WriteAllTextAsync(In("amo.yaml"), "acknowledge_after_seconds: 0\nreturn_after_seconds: 4\n", cancellationToken);
        await File.WriteAllTextAsync(In("hub.yaml"), HubText(), cancellationToken);
    }

    // Lots close by their size while invoices come, and the last ones after two seconds.
    private string HubText() => $$"""
        hub: BENCH
        establishment: {finess: "750000010", name: CH Exemple}
        world: test
        lanes: 128
        definitions: {mode: development, from: [{{_home}}/routes/fides, {{_home}}/mappings/fides, {{_home}}/schemas, {{_home}}/build/benchmarks/Simphonie.Bench/Month/Definitions]}
        duplicates: {window_days: 7, on_conflict: accept}
        http: {listen: "127.0.0.1:{{Port}}"}
        lots:
          directory: caisses.csv
          sender: {name: CH EXEMPLE, category: "355", legal_status: "13", tariff_mode: "03"}
          within: 2 seconds
          process: invoice
        inbound:
          gap-fhir:
            fhir: {path: /fhir}
          gap-b2:
            directory: {path: "{{In("gap")}}", pattern: "*.b2"}
            format: b2/cp
          caisse-returns:
            directory: {path: "{{Caisse}}/out", pattern: "*-noemie.dat", poll_seconds: 1, stable_seconds: 0, after: delete}
            format: noemie/ps@1
          caisse-acknowledgements:
            directory: {path: "{{Caisse}}/out", pattern: "*-arl.dat", poll_seconds: 1, stable_seconds: 0, after: delete}
            format: noemie/arl-hub@1
        endpoints:
          caisse:
            directory: {path: "{{Caisse}}/in", name: "{id}.b2"}
            format: b2/cp
        """;

    private string In(string name) => Path.Combine(_directory, name);

    private ChildProcess Start(string program, params string[] arguments) =>
        ChildProcess.Start("dotnet", [program, .. arguments], new Dictionary<string, string>(StringComparer.Ordinal) { ["SIMPHONIE_HOME"] = _home });
}
