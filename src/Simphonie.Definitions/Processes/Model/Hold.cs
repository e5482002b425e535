using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Processes.Model;

/// <summary>Types of what a case holds.</summary>
public enum HoldKind
{
    /// <summary>Signed cents, a Long of FHIRPath; never a fraction.</summary>
    Money,

    /// <summary>A moment, a DateTime of FHIRPath.</summary>
    Instant,

    /// <summary>A day, a Date of FHIRPath.</summary>
    Date,

    /// <summary>A String of FHIRPath.</summary>
    Text,

    /// <summary>A Long of FHIRPath.</summary>
    Integer,
}

/// <summary>One value that a case holds, or that an event carries.</summary>
/// <param name="Name">Identifier of FHIRPath.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Optional">True (<c>money?</c>): it may be empty. Else the event that begins the case must give it, and no step may empty it.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record Hold(string Name, HoldKind Kind, bool Optional, Place Place)
{
    /// <summary>What it is when the event that begins the case does not give it (<c>money = event.asked</c>), as it is written; null: it must be given, or is empty.</summary>
    public string? Default { get; init; }
}

/// <summary>An event that a process declares, with its values.</summary>
public sealed record EventShape(string Name, IReadOnlyList<Hold> Values, Place Place);
