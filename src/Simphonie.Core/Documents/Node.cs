using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Documents;

/// <summary>
/// A place in a document: the document and a handle that only that document understands.
/// A small value, made freely; nothing is decoded until it is asked for.
/// </summary>
public readonly record struct Node(Document Document, long Handle)
{
    public bool IsNone => Document is null;

    /// <summary>The name under its parent (<c>PID</c>, <c>PID-3</c>, <c>birthDate</c>).</summary>
    public string Name => Document.NameOf(Handle);

    /// <summary>The type in the document's schema (<c>CX</c>, <c>Patient</c>, <c>date</c>), null when no schema knows it.</summary>
    public string? Type => Document.TypeOf(Handle);

    public NodeState State => Document.StateOf(Handle);

    /// <summary>The primitive value; <see cref="Value.None"/> when the node has none of its own.</summary>
    public Value Value => Document.ValueOf(Handle);

    /// <summary>Where it was in the bytes, in the sender's terms.</summary>
    public Place Place => Document.PlaceOf(Handle);

    public override string ToString() => IsNone ? "(none)" : Place.ToString();
}
