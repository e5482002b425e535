namespace Simphonie.Formats.Fhir.Schema;

/// <summary>The primitive types of FHIR R4 (http://hl7.org/fhir/R4/datatypes.html#primitive); <see cref="None"/> for any other type.</summary>
public enum FhirPrimitive : byte
{
    None,
    Base64Binary,
    Boolean,
    Canonical,
    Code,
    Date,
    DateTime,
    Decimal,
    Id,
    Instant,
    Integer,
    Markdown,
    Oid,
    PositiveInt,
    String,
    Time,
    UnsignedInt,
    Uri,
    Url,
    Uuid,
    Xhtml,
}
