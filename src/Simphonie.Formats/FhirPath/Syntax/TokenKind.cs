namespace Simphonie.Formats.FhirPath.Syntax;

internal enum TokenKind : byte
{
    End,
    Identifier,

    /// <summary>An identifier in backticks: never a keyword.</summary>
    Delimited,
    String,
    Integer,
    Long,
    Decimal,
    Date,
    DateTime,
    Time,

    /// <summary><c>%name</c>, <c>%`name`</c> or <c>%'name'</c>.</summary>
    External,

    /// <summary><c>$this</c>, <c>$index</c> or <c>$total</c>.</summary>
    Special,

    /// <summary>An address of HL7 v2 with its field.</summary>
    Address,
    Symbol,
}
