using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Processes.Reading;

/// <summary>The keys of a process file and of its parameters.</summary>
public static class ProcessFields
{
    private static readonly FieldDeclaration s_send = new() { Name = "send", Kind = FieldKind.Text, Example = "completion", Description = "Appends a message of that name on the channel process.NAME, in the same commit; a route takes it from there. Every further key of the map is a value of the message, as an expression." };
    private static readonly FieldDeclaration s_workItem = new() { Name = "work-item", Kind = FieldKind.Text, Example = "offer another payment", Description = "Opens a task for a human, one for each case and cause." };
    private static readonly FieldDeclaration s_alert = new() { Name = "alert", Kind = FieldKind.Text, Example = "last days to invoice", Description = "Marks the case and tells people, once a day for all cases of the same text." };
    private static readonly FieldDeclaration s_raise = new() { Name = "raise", Kind = FieldKind.Map, Example = "{event: replaced, process: invoice, case: case.replaces}", Description = "Raises an event to a case of this or another process, in the same commit.", Fields = Raise() };

    public static IReadOnlyList<FieldDeclaration> Raise() =>
    [
        new() { Name = "event", Kind = FieldKind.Text, Required = true, Example = "replaced", Description = "Name of the event." },
        new() { Name = "process", Kind = FieldKind.Reference, Description = "Process that it goes to; without it, this one." },
        new() { Name = "case", Kind = FieldKind.Expression, Example = "case.replaces", Description = "Key of the case; without it, what the process itself computes from the values." },
        new() { Name = "with", Kind = FieldKind.Map, Example = "{by: case.key}", Description = "Values of the event, as expressions." },
    ];

    /// <summary>What may be done at a transition or on entering a state.</summary>
    public static IReadOnlyList<FieldDeclaration> Actions { get; } = [s_send, s_workItem, s_alert, s_raise];

    public static IReadOnlyList<FieldDeclaration> Transition { get; } =
    [
        new() { Name = "if", Kind = FieldKind.Expression, Example = "event.amount <= case.ceiling", Description = "Only when this is true; the next transition of the same event is tried otherwise." },
        new() { Name = "set", Kind = FieldKind.Map, Example = "{amount: event.amount}", Description = "Values of the case that change, all computed from the case as it was." },
        new() { Name = "to", Kind = FieldKind.Reference, Example = "paid", Description = "State that is entered." },
        new() { Name = "stay", Kind = FieldKind.Boolean, Description = "true: the case stays in its state, whose clock goes on." },
        .. Actions,
    ];

    public static IReadOnlyList<FieldDeclaration> State { get; } =
    [
        new() { Name = "first", Kind = FieldKind.Boolean, Description = "true: cases begin in this state." },
        new() { Name = "end", Kind = FieldKind.Text, Example = "paid", Description = "The case is over, in this way. Events that come later are still taken where 'on' names them." },
        new() { Name = "enter", Kind = FieldKind.List, Example = "{send: completion, amount: case.amount}", Description = "What is done on entering: a map of actions, or a list of them." },
        new() { Name = "on", Kind = FieldKind.List, Example = "[{completed: {to: debited}}]", Description = "Transitions by events, tried in order: a list of EVENT: {…}." },
        new() { Name = "at", Kind = FieldKind.List, Example = "[{entered + profile.y: {to: expired}}]", Description = "Transitions by time: a list of INSTANT: {…}, the instant an expression. Every state that is no end needs one." },
        new() { Name = "ignore", Kind = FieldKind.List, Example = "[acknowledged]", Description = "Events that change nothing here and alert nobody." },
        .. Actions,
    ];

    public static IReadOnlyList<FieldDeclaration> All { get; } =
    [
        new() { Name = "process", Kind = FieldKind.Text, Required = true, Example = "invoice", Description = "Name of the process." },
        new() { Name = "version", Kind = FieldKind.Integer, Required = true, Minimum = 1, Example = "1", Description = "Version of the process; a case ends under the version that it began with." },
        new() { Name = "effective", Kind = FieldKind.Date, Required = true, Example = "2026-01-01", Description = "First day on which cases begin under this version." },
        new() { Name = "case", Kind = FieldKind.Expression, Required = true, Example = "finess & '/' & number", Description = "What tells cases apart, over the values of the event (a dot in a value's name is a level). Who raises an event may also give the key itself." },
        new() { Name = "profile", Kind = FieldKind.Reference, Example = "diapason/hub@1", Description = "Parameters that expressions read as profile.NAME." },
        new() { Name = "description", Kind = FieldKind.Text, Description = "What the process is for, in a sentence." },
        new() { Name = "begins", Kind = FieldKind.Text, Example = "received", Description = "Event that begins a case and fills the values of the same names; without it, the name of the first state." },
        new() { Name = "holds", Kind = FieldKind.Map, Required = true, Example = "{asked: money, lot: text?}", Description = "What a case holds: money (signed cents), instant, date, text or integer; '?' when it may be empty; after '=' what it is when the event that begins the case does not give it." },
        new() { Name = "events", Kind = FieldKind.Map, Example = "{paid: {amount: money, lot: text}}", Description = "Events with their values. When it is there, every event that a state names is declared, and event.NAME is checked." },
        new() { Name = "transitions", Kind = FieldKind.Map, Example = "{returns: [{paid: {to: paid}}]}", Description = "Lists of transitions that several states share: 'use: NAME' in a list of 'on' stands for them." },
        new() { Name = "states", Kind = FieldKind.Map, Required = true, Description = "The states, by name." },
        new() { Name = "always", Kind = FieldKind.List, Example = "case.open = case.asked - case.paid - case.rejected", Description = "What holds after every step. A step that would break one is not taken: its event is kept and a task opened." },
    ];

    public static IReadOnlyList<FieldDeclaration> Profile { get; } =
    [
        new() { Name = "profile", Kind = FieldKind.Text, Required = true, Example = "diapason/hub", Description = "Name of the parameters." },
        new() { Name = "version", Kind = FieldKind.Integer, Required = true, Minimum = 1, Example = "1", Description = "Version, after the '@' of references." },
        new() { Name = "effective", Kind = FieldKind.Date, Required = true, Example = "2026-01-01", Description = "First day that this version holds for." },
        new() { Name = "status", Kind = FieldKind.Choice, Required = true, Choices = ["published", "hub-profile", "site"], Description = "Who stands behind the values." },
        new() { Name = "source", Kind = FieldKind.Text, Required = true, Description = "Where the values come from." },
        new() { Name = "values", Kind = FieldKind.Map, Required = true, Example = "{x: 3 days, retries: 2}", Description = "The parameters: durations, whole numbers, texts." },
    ];
}
