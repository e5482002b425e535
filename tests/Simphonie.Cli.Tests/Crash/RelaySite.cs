using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Crash;

/// <summary>A site in a directory of its own: one MLLP channel, one route that relays to one MLLP endpoint, in order per dossier.</summary>
internal sealed class RelaySite : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("simphonie-crash-").FullName;

    public RelaySite(int receiverPort)
    {
        Port = HubProcess.FreePort();
        Directory.CreateDirectory(Path.Combine(_directory, "routes"));
        File.WriteAllText(Path.Combine(_directory, "routes", "relay.route.yaml"), """
            route: relay
            version: 1
            effective: 2020-01-01
            description: Passes every message on, in order per dossier.
            from: gap-adt
            key: dossier(PID-18)
            steps:
              - send: gap-return
                document: message
            retry: {attempts: 50, first_wait_seconds: 1, factor: 1}
            expires: 48 hours
            """);
        File.WriteAllText(Path.Combine(_directory, "hub.yaml"), $$"""
            hub: crash-test
            establishment: {finess: "750000010", name: Crash test}
            world: test
            journal: {sqlite: journal.db}
            definitions: {mode: development, from: [routes, "{{Path.Combine(Repository.Root, "schemas")}}"]}
            inbound:
              gap-adt:
                mllp: {listen: "127.0.0.1:{{Port}}"}
                format: hl7v2/pam-fr@2.11
            endpoints:
              gap-return:
                mllp: {connect: "127.0.0.1:{{receiverPort}}"}
                format: hl7v2/pam-fr@2.11
                repeat: safe
            """);
    }

    public int Port { get; }

    public HubProcess StartHub() => HubProcess.Start("run", "--config", Path.Combine(_directory, "hub.yaml"), "--data", Path.Combine(_directory, "data"));

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
