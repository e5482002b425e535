using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Processes.Model;

/// <summary>What a process does beside changing its case.</summary>
public abstract record CaseAction(Place Place)
{
    /// <summary>Appends a message of that name on the channel <c>process.NAME</c>, for a route to translate and deliver.</summary>
    public sealed record Send(string Name, IReadOnlyList<NamedExpression> Values, Place Place) : CaseAction(Place);

    /// <summary>Opens a task for a human, one for each case and cause.</summary>
    public sealed record WorkItem(string What, Place Place) : CaseAction(Place);

    /// <summary>Marks the case and tells people, once a day for all cases of the same text.</summary>
    public sealed record Alert(string Text, Place Place) : CaseAction(Place);

    /// <summary>Raises an event to a case of the same or another process.</summary>
    public sealed record Raise(string Event, string Process, Expression? Case, IReadOnlyList<NamedExpression> Values, Place Place) : CaseAction(Place);
}

/// <summary>A value that an expression gives under a name.</summary>
public sealed record NamedExpression(string Name, Expression Value);
