using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Tests.Hub;

/// <summary>A small <c>hub.yaml</c>, and reading it.</summary>
internal static class HubText
{
    public const string Good = """
        hub: ch-exemple
        establishment: {finess: "750000010", name: CH Exemple}
        world: test
        definitions: {from: [.]}
        inbound:
          gap-adt:
            wire: {listen: 127.0.0.1:2575}
            format: hl7v2/pam-fr@2.11
        endpoints:
          gap-return:
            wire: {connect: 127.0.0.1:2576}
            repeat: safe
        """;

    public static (HubDefinition? Hub, DiagnosticBag Findings) Read(string yaml)
    {
        var findings = new DiagnosticBag();
        var path = Path.Combine(Repository.Root, "hub.yaml");
        var hub = new HubReader([new FakeKind("wire"), new FakeKind("outward", inbound: false)])
            .Read(path, YamlReader.Read("hub.yaml", yaml, findings), SecretResolver.Unread(Repository.Root, findings), findings);
        return (hub, findings);
    }
}
