using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Mllp;

/// <summary><c>mllp</c>: HL7 v2 over TCP, minimal lower layer protocol release 1.</summary>
public sealed class MllpChannelKind : IChannelKind
{
    public string Name => "mllp";

    public string Description => "HL7 v2 messages over TCP, framed by MLLP release 1, with TLS by configuration.";

    public IReadOnlyList<FieldDeclaration> InboundFields { get; } =
    [
        new() { Name = "listen", Kind = FieldKind.Text, Required = true, Example = "127.0.0.1:2575", Description = "Address and port to listen on." },
        new() { Name = "frame_seconds", Kind = FieldKind.Integer, Default = "120", Minimum = 1, Maximum = 86_400, Unit = "seconds", Description = "A frame that is not complete by then is kept as refused and its connection closed." },
    ];

    public IReadOnlyList<FieldDeclaration> EndpointFields { get; } =
    [
        new() { Name = "connect", Kind = FieldKind.Text, Required = true, Example = "127.0.0.1:2576", Description = "Host and port to connect to." },
        new() { Name = "connect_seconds", Kind = FieldKind.Integer, Default = "5", Minimum = 1, Maximum = 300, Unit = "seconds", Description = "How long connecting may take." },
        new() { Name = "idle_seconds", Kind = FieldKind.Integer, Default = "60", Minimum = 1, Maximum = 86_400, Unit = "seconds", Description = "A connection that was not used for so long is opened anew." },
        new() { Name = "commit_reject", Kind = FieldKind.Choice, Choices = ["reject", "retry"], Default = "reject", Description = "What CR means: final, or try again." },
        new() { Name = "wait_for", Kind = FieldKind.Choice, Choices = ["accept", "application"], Default = "accept", Description = "Whether CA is the answer, or the application acknowledgement that follows it on the same connection." },
    ];

    public void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings) => MllpSettingsReader.Check(settings, inbound, findings);

    public EndpointShape ShapeOf(ChannelSettings settings) => new("hl7v2", Answers: true, "hl7v2");

    public IInboundChannel CreateInbound(ChannelSettings settings, ChannelServices services) =>
        new MllpInbound(MllpSettingsReader.Inbound(settings, services), services);

    public IEndpoint CreateEndpoint(ChannelSettings settings, ChannelServices services) =>
        new MllpEndpoint(MllpSettingsReader.Endpoint(settings, services), services.Time);
}
