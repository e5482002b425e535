using Simphonie.Core.Declarations;
using Simphonie.Definitions.Lots;

namespace Simphonie.Definitions.Hub;

/// <summary>The keys of <c>hub.yaml</c>.</summary>
public static class HubFields
{
    public static IReadOnlyList<FieldDeclaration> All { get; } =
    [
        new() { Name = "hub", Kind = FieldKind.Text, Required = true, Example = "ch-exemple", Description = "Name of the hub, as it signs what it sends." },
        new()
        {
            Name = "establishment", Kind = FieldKind.Map, Required = true, Description = "The establishment that the hub works for.",
            Fields =
            [
                new() { Name = "finess", Kind = FieldKind.Text, Required = true, Example = "\"750000010\"", Description = "FINESS number, nine characters." },
                new() { Name = "name", Kind = FieldKind.Text, Required = true, Example = "CH Exemple", Description = "Name for people." },
            ],
        },
        new() { Name = "world", Kind = FieldKind.Choice, Required = true, Choices = ["test", "real"], Description = "Whether the hub carries real or test messages; a message of the other world is refused." },
        new()
        {
            Name = "journal", Kind = FieldKind.Map, Description = "The durable store and its terms.",
            Fields =
            [
                new() { Name = "sqlite", Kind = FieldKind.Text, Default = "journal.db", Description = "Database file, relative to the data directory." },
                new() { Name = "keep_days", Kind = FieldKind.Integer, Default = "90", Minimum = 1, Maximum = 3660, Unit = "days", Description = "How long payloads of finished handlings stay." },
                new() { Name = "ledger_years", Kind = FieldKind.Integer, Default = "5", Minimum = 1, Maximum = 30, Unit = "years", Description = "How long identities, numbers and definition revisions stay." },
            ],
        },
        new()
        {
            Name = "duplicates", Kind = FieldKind.Map, Description = "How messages that come twice are known.",
            Fields =
            [
                new() { Name = "window_days", Kind = FieldKind.Integer, Default = "7", Minimum = 1, Maximum = 366, Unit = "days", Description = "How long an accepted message is remembered." },
                new() { Name = "on_conflict", Kind = FieldKind.Choice, Choices = ["refuse", "accept"], Default = "refuse", Description = "What happens to the same identity with other bytes." },
            ],
        },
        new() { Name = "transport", Kind = FieldKind.Choice, Choices = ["embedded"], Default = "embedded", Description = "What carries ready work to its workers." },
        new() { Name = "lanes", Kind = FieldKind.Integer, Default = "8", Minimum = 1, Maximum = 256, Description = "How many keys are worked on at once." },
        new()
        {
            Name = "definitions", Kind = FieldKind.Map, Required = true, Description = "Where routes, mappings and schemas are.",
            Fields =
            [
                new() { Name = "mode", Kind = FieldKind.Choice, Choices = ["development", "production"], Default = "development", Description = "Development: files are watched and each content is a revision. Production: files are candidates until they are published." },
                new() { Name = "from", Kind = FieldKind.List, Required = true, Example = "[../../routes, ../../mappings, ../../schemas]", Description = "Folders, relative to hub.yaml." },
            ],
        },
        new()
        {
            Name = "disk", Kind = FieldKind.Map, Description = "Marks of free space on the disk of the data directory.",
            Fields =
            [
                new() { Name = "low_megabytes", Kind = FieldKind.Integer, Default = "512", Minimum = 1, Unit = "megabytes", Description = "Below it intake refuses." },
                new() { Name = "lower_megabytes", Kind = FieldKind.Integer, Default = "256", Minimum = 1, Unit = "megabytes", Description = "Below it no new delivery leaves." },
                new() { Name = "reserve_megabytes", Kind = FieldKind.Integer, Default = "64", Minimum = 1, Unit = "megabytes", Description = "Set aside for answers, outcomes and events." },
            ],
        },
        new()
        {
            Name = "http", Kind = FieldKind.Map, Description = "The hub's own HTTP listener, for FHIR and SOAP channels and for health.",
            Fields =
            [
                new() { Name = "listen", Kind = FieldKind.Text, Required = true, Example = "127.0.0.1:8080", Description = "Address and port." },
                new() { Name = "tls", Kind = FieldKind.Any, Description = "'off', or the certificate of the hub and the authorities of its clients." },
                new() { Name = "connections", Kind = FieldKind.Integer, Default = "500", Minimum = 1, Maximum = 100000, Unit = "connections", Description = "How many callers are connected at once; one more is turned away." },
                new() { Name = "insecure", Kind = FieldKind.Choice, Choices = ["accepted"], Description = "Write 'accepted' to listen on a network address without TLS and client authentication." },
            ],
        },
        new() { Name = "application_ack", Kind = FieldKind.Reference, Example = "gap-return", Description = "Endpoint that application acknowledgements go to when a sender asks for one; without it, the same connection." },
        LotsFields.Section,
        new() { Name = "inbound", Kind = FieldKind.Map, Description = "Ways in, by name: the kind's own word with its settings, and the keys that all channels share." },
        new() { Name = "endpoints", Kind = FieldKind.Map, Description = "Ways out, by name: the kind's own word with its settings, and the keys that all endpoints share." },
    ];
}
