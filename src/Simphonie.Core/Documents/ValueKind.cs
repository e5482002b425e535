namespace Simphonie.Core.Documents;

/// <summary>The primitive types that expressions know: those of FHIRPath.</summary>
public enum ValueKind : byte
{
    None,
    Boolean,
    String,
    Integer,
    Long,
    Decimal,
    Date,
    DateTime,
    Time,
    Quantity,
}
