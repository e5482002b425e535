using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath;

/// <summary>An address of HL7 v2: <c>NAME[n]?-N[r]?(.N(.N)?)?</c>, 1-based, 0 where a part is not written.</summary>
/// <param name="Name">Segment or data type (<c>PID</c>, <c>CX</c>).</param>
/// <param name="Occurrence">Occurrence of the segment; 0: all.</param>
/// <param name="Field">Field of a segment or component of a data type; 0: the segment itself (a bare <c>IN1</c>).</param>
/// <param name="Repetition">Repetition; 0: all.</param>
/// <param name="Component">Component; 0: the whole field.</param>
/// <param name="SubComponent">Sub-component; 0: the whole component.</param>
public readonly record struct Address(string Name, int Occurrence, int Field, int Repetition, int Component, int SubComponent);

/// <summary>Implemented by documents whose places have addresses.</summary>
public interface IAddressable
{
    /// <summary>
    /// Appends what the address means seen from <paramref name="context"/>: the context's own or enclosing NAME; else, inside a segment that opens a group,
    /// NAME between it and the group's end; else all NAME of the message in order.
    /// </summary>
    void Resolve(long context, in Address address, List<Node> into);
}
