using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Routes;

/// <summary>The keys of a route file.</summary>
public static class RouteFields
{
    public static IReadOnlyList<FieldDeclaration> All { get; } =
    [
        new() { Name = "route", Kind = FieldKind.Text, Required = true, Example = "cdri-at-admission", Description = "Name of the route." },
        new() { Name = "version", Kind = FieldKind.Integer, Required = true, Minimum = 1, Example = "1", Description = "Version of the route; versions of one name differ in their date of effect." },
        new() { Name = "effective", Kind = FieldKind.Date, Required = true, Example = "2026-01-01", Description = "First business date that this version holds for." },
        new() { Name = "business_date", Kind = FieldKind.Expression, Example = "coalesce(PV1-44, ZBE-2, MSH-7)", Description = "Date that picks versions, in Europe/Paris; without it, the default of the message's format." },
        new() { Name = "description", Kind = FieldKind.Text, Description = "What the route is for, in a sentence." },
        new() { Name = "from", Kind = FieldKind.List, Required = true, Example = "gap-adt", Description = "Inbound channel, or a list of them." },
        new() { Name = "when", Kind = FieldKind.Expression, Example = "MSH-9.2 in ('A01' | 'A04')", Description = "Which messages the route wants; without it, all of the channel." },
        new() { Name = "key", Kind = FieldKind.Expression, Example = "dossier(PID-18)", Description = "Unit of order: messages of one key are handled one after the other. Without it, each message is its own key." },
        new() { Name = "subject", Kind = FieldKind.Expression, Example = "dossier(PID-18)", Description = "Patients and dossiers the route speaks of; before a delivery leaves, a cancelled one drops it and a moved one opens a work item." },
        new() { Name = "steps", Kind = FieldKind.List, Required = true, Description = "What is done, in order." },
        new()
        {
            Name = "retry", Kind = FieldKind.Map, Description = "Attempts and waits of deliveries.",
            Fields =
            [
                new() { Name = "attempts", Kind = FieldKind.Integer, Default = "8", Minimum = 1, Maximum = 1000, Description = "Attempts before a delivery is dead; an open circuit takes none." },
                new() { Name = "first_wait_seconds", Kind = FieldKind.Integer, Default = "2", Minimum = 1, Maximum = 86_400, Unit = "seconds", Description = "Wait after the first attempt." },
                new() { Name = "factor", Kind = FieldKind.Number, Default = "2", Description = "What each wait is multiplied by." },
                new() { Name = "max_wait_seconds", Kind = FieldKind.Integer, Default = "3600", Minimum = 1, Maximum = 604_800, Unit = "seconds", Description = "Longest wait." },
            ],
        },
        new() { Name = "expires", Kind = FieldKind.Duration, Example = "48 hours", Description = "After this time nothing is tried any more." },
        new() { Name = "on_dead", Kind = FieldKind.Choice, Choices = ["hold", "continue"], Default = "hold", Description = "Whether a dead letter holds its key until a human decides, or lets the next message go on." },
        new() { Name = "answer", Kind = FieldKind.Reference, Example = "answer", Description = "Document that answers a caller who waits." },
        new() { Name = "answer_within_seconds", Kind = FieldKind.Integer, Minimum = 1, Maximum = 600, Unit = "seconds", Description = "How long a caller waits who does not say how long." },
    ];
}
