using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Fhir.Validation;

/// <summary>Checks a resource against the definitions of its release; all findings at once.</summary>
internal static class FhirValidator
{
    public static void Validate(FhirDocument document, DiagnosticBag findings)
    {
        new StructureCheck(document, findings).Run();
        new InvariantCheck(document, findings).Run();
    }
}
