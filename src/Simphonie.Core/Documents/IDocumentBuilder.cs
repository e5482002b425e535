using Simphonie.Core.Diagnostics;

namespace Simphonie.Core.Documents;

/// <summary>
/// Builds an output document from top to bottom; the mapping engine writes through it, each format implements it.
/// Handles belong to the builder that gave them. Nothing throws for a bad name or value: it is a finding, and the output is then not used.
/// </summary>
public interface IDocumentBuilder
{
    long Root { get; }

    /// <summary>The single child of that name, made when missing (for a list: its first).</summary>
    long Child(long parent, string name);

    /// <summary>A new child of that name at the end of its list.</summary>
    long Append(long parent, string name, string? type = null);

    /// <summary>Sets the primitive value of a node.</summary>
    void Set(long node, Value value);

    /// <summary>Sets the node to a copy of a node of another document of the same format, byte for byte where the format allows.</summary>
    void Copy(long node, Node source);

    /// <summary>Marks the node as cleared (HL7 v2 <c>""</c>).</summary>
    void Clear(long node);

    /// <summary>The path of a node in the output's terms, for lineage and findings.</summary>
    string PathOf(long node);

    /// <summary>Finishes. Findings say what could not be built; with an error among them the document must not be sent.</summary>
    Document Build(DiagnosticBag findings);
}
