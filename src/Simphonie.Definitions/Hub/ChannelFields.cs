using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Hub;

/// <summary>Keys that every channel has beside its kind's own word.</summary>
public static class ChannelFields
{
    private static readonly FieldDeclaration s_format = new()
    {
        Name = "format", Kind = FieldKind.Reference, Example = "hl7v2/pam-fr@2.11",
        Description = "Format or schema of the messages; without it, what the kind of channel carries by nature.",
    };

    private static readonly FieldDeclaration s_tls = new()
    {
        Name = "tls", Kind = FieldKind.Any, Example = "{certificate: hub.p12, password: \"${env:HUB_P12}\", authorities: clients.pem}",
        Description = "'off', or the certificate of this side and the authorities that the other side's certificate must come from.",
    };

    private static readonly FieldDeclaration s_insecure = new()
    {
        Name = "insecure", Kind = FieldKind.Choice, Choices = ["accepted"],
        Description = "Write 'accepted' to let a network listener run without TLS and client authentication, in a closed test network.",
    };

    public static IReadOnlyList<FieldDeclaration> Inbound { get; } =
    [
        s_format,
        new() { Name = "acknowledge", Kind = FieldKind.Choice, Choices = ["received", "validated"], Default = "received", Description = "When the sender gets its acknowledgement: once the message is kept, or once it has also been checked against its schema." },
        new()
        {
            Name = "limits", Kind = FieldKind.Map, Description = "Bounds of the channel.",
            Fields =
            [
                new() { Name = "message_megabytes", Kind = FieldKind.Integer, Default = "20", Minimum = 1, Maximum = 2048, Unit = "megabytes", Description = "Largest message that is kept whole." },
                new() { Name = "connections", Kind = FieldKind.Integer, Default = "200", Minimum = 1, Maximum = 10_000, Description = "Connections at once." },
                new() { Name = "idle_seconds", Kind = FieldKind.Integer, Default = "300", Minimum = 1, Maximum = 86_400, Unit = "seconds", Description = "A connection that says nothing for so long is closed." },
            ],
        },
        s_tls,
        s_insecure,
    ];

    public static IReadOnlyList<FieldDeclaration> Endpoint { get; } =
    [
        s_format,
        new()
        {
            Name = "limits", Kind = FieldKind.Map, Description = "Bounds of the endpoint.",
            Fields = [new() { Name = "in_flight", Kind = FieldKind.Integer, Default = "8", Minimum = 1, Maximum = 1024, Description = "Deliveries at once." }],
        },
        new() { Name = "repeat", Kind = FieldKind.Choice, Choices = ["safe", "unsafe"], Default = "unsafe", Description = "Whether the peer knows a repeat under the same identity, so that a delivery without an answer may be sent again." },
        s_tls,
    ];
}
