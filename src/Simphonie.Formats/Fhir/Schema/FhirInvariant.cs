using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Fhir.Schema;

/// <summary>An invariant of a type or element: its key in the definition and its FHIRPath expression.</summary>
public sealed record FhirInvariant(string Key, Severity Severity, string Expression);
