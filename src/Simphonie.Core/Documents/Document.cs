using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Documents;

/// <summary>
/// A decoded message: a tree of named values, each knowing where it was in the bytes. Immutable and safe to read from several threads.
/// Reading bad bytes never throws: what is wrong is in <see cref="Findings"/> and the rest can still be read.
/// </summary>
public abstract class Document
{
    /// <summary>Name of the format, as definitions write it (<c>hl7v2</c>, <c>fhir</c>, <c>xml</c>).</summary>
    public abstract string Format { get; }

    /// <summary>The schema that the document was read with, null for none.</summary>
    public abstract Schemas.ISchema? Schema { get; }

    public abstract Node Root { get; }

    /// <summary>What reading found wrong; empty for a well-formed message.</summary>
    public abstract IReadOnlyList<Diagnostic> Findings { get; }

    public abstract string NameOf(long handle);

    public abstract string? TypeOf(long handle);

    public abstract NodeState StateOf(long handle);

    public abstract Value ValueOf(long handle);

    public abstract Place PlaceOf(long handle);

    /// <summary>Appends the children named <paramref name="name"/>, in document order. Absent ones are not appended; cleared ones are.</summary>
    public abstract void AppendChildren(long handle, string name, List<Node> into);

    /// <summary>Appends all children in document order.</summary>
    public abstract void AppendChildren(long handle, List<Node> into);

    /// <summary>Payload is never printed.</summary>
    public sealed override string ToString() => $"{Format} document";
}
