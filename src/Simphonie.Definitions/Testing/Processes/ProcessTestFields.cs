using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Testing.Processes;

/// <summary>The keys of test files of processes.</summary>
public static class ProcessTestFields
{
    private static readonly FieldDeclaration s_times = new() { Name = "times", Kind = FieldKind.Integer, Default = "1", Minimum = 0, Maximum = 1000, Description = "After 'sent', 'raised' and what became of an event: how many." };

    public static IReadOnlyList<FieldDeclaration> Expectations { get; } =
    [
        new() { Name = "state", Kind = FieldKind.Reference, Example = "paid", Description = "State that the case is in at the end." },
        new() { Name = "end", Kind = FieldKind.Text, Example = "paid", Description = "How the case ended." },
        new() { Name = "holds", Kind = FieldKind.Map, Example = "{paid: 1000, lot: \"\"}", Description = "What the case holds at the end; an empty text: nothing." },
        new() { Name = "sent", Kind = FieldKind.Text, Example = "completion", Description = "Message that was sent exactly as often as 'times' says, with the values of 'with'." },
        new() { Name = "with", Kind = FieldKind.Map, Example = "{amount: 1000}", Description = "After 'sent': values that one of the messages has." },
        new() { Name = "nothing_sent", Kind = FieldKind.List, Example = "[completion]", Description = "Messages that were not sent." },
        new() { Name = "raised", Kind = FieldKind.Text, Example = "replaced", Description = "Event that was raised to another case as often as 'times' says." },
        new() { Name = "work_item", Kind = FieldKind.Text, Description = "Text that stands in what a task asks." },
        new() { Name = "work_items", Kind = FieldKind.Integer, Minimum = 0, Maximum = 1000, Description = "How many tasks were opened." },
        new() { Name = "alert", Kind = FieldKind.Text, Description = "Text of an alert." },
        new() { Name = "alerts", Kind = FieldKind.Integer, Minimum = 0, Maximum = 1000, Description = "How many alerts there were, those of unexpected events not counted." },
        new() { Name = "unexpected", Kind = FieldKind.Text, Example = "paid", Description = "Event that was unexpected as often as 'times' says." },
        new() { Name = "ignored", Kind = FieldKind.Text, Example = "acknowledged", Description = "Event that was ignored as often as 'times' says." },
        new() { Name = "refused", Kind = FieldKind.Text, Example = "paid", Description = "Event whose step would have broken what must always hold, as often as 'times' says." },
        new() { Name = "absorbed", Kind = FieldKind.Text, Example = "paid", Description = "Event of which copies were absorbed, as often as 'times' says." },
        s_times,
    ];

    public static IReadOnlyList<FieldDeclaration> Event { get; } =
    [
        new() { Name = "event", Kind = FieldKind.Text, Required = true, Example = "paid", Description = "Name of the event." },
        new() { Name = "at", Kind = FieldKind.Text, Required = true, Example = "2026-01-05T09:00:00+01:00", Description = "When it happens; timers that are due before come first." },
        new() { Name = "with", Kind = FieldKind.Map, Example = "{amount: 1000}", Description = "Its values." },
        new() { Name = "identity", Kind = FieldKind.Text, Example = "p1", Description = "Identity of its cause; without it, every event has its own." },
    ];

    public static IReadOnlyList<FieldDeclaration> Test { get; } =
    [
        new() { Name = "name", Kind = FieldKind.Text, Required = true, Example = "a rejection closes the invoice", Description = "What is shown, as a sentence." },
        new() { Name = "events", Kind = FieldKind.List, Required = true, Description = "What happens to one case, in order.", Fields = Event },
        new() { Name = "until", Kind = FieldKind.Text, Example = "2026-02-05T09:00:00+01:00", Description = "Time goes on until then." },
        new() { Name = "expect", Kind = FieldKind.List, Required = true, Description = "What must come of it.", Fields = Expectations },
    ];

    public static IReadOnlyList<FieldDeclaration> File { get; } =
    [
        new() { Name = "process", Kind = FieldKind.Reference, Description = "Process that is tested; without it, the one whose file has the same name." },
        new() { Name = "tests", Kind = FieldKind.List, Required = true, Description = "The tests.", Fields = Test },
    ];
}
