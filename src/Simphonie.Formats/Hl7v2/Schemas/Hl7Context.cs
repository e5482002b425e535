namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>What the source says of segments in a certain use: IN1, IN2 and IN3 of an AMO cover, of an AMC cover, of another debtor.</summary>
/// <param name="Name"><c>amo</c>, <c>amc</c>, <c>other</c>.</param>
/// <param name="When">Holds for a group when its opening segment answers this.</param>
/// <param name="Segments">Statements by segment name, already put over the general ones.</param>
/// <param name="Stated">The statements alone.</param>
public sealed record Hl7Context(string Name, Hl7Condition When, IReadOnlyDictionary<string, Hl7Composite> Segments, IReadOnlyDictionary<string, Hl7Composite> Stated);
