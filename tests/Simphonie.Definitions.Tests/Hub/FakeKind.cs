using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Tests.Hub;

/// <summary>A kind of channel that declares and checks, and builds nothing.</summary>
internal sealed class FakeKind(string name, bool inbound = true) : IChannelKind
{
    public static readonly DiagnosticCode Combination = new("SIM9999", Severity.Error, "A bad combination.", "Correct it.");

    public string Name => name;

    public string Description => "A kind of test.";

    public IReadOnlyList<FieldDeclaration> InboundFields { get; } = inbound
        ?
        [
            new() { Name = "listen", Kind = FieldKind.Text, Required = true, Description = "Address." },
            new() { Name = "speed", Kind = FieldKind.Integer, Default = "5", Description = "Speed." },
        ]
        : [];

    public IReadOnlyList<FieldDeclaration> EndpointFields { get; } =
    [
        new() { Name = "connect", Kind = FieldKind.Text, Required = true, Description = "Address." },
    ];

    public void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings)
    {
        if (settings.Own.Text("listen") == "nowhere")
        {
            findings.Add(Combination, settings.Own.Place, "nowhere is no address.");
        }
    }

    public EndpointShape ShapeOf(ChannelSettings settings) => new("hl7v2", Answers: true, "hl7v2");

    public IInboundChannel CreateInbound(ChannelSettings settings, ChannelServices services) => throw new InvalidOperationException("not in this test");

    public IEndpoint CreateEndpoint(ChannelSettings settings, ChannelServices services) => throw new InvalidOperationException("not in this test");
}
