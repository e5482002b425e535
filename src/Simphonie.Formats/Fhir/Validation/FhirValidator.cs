using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.Fhir.Validation;

/// <summary>Checks a resource against the definitions of its release and the hub's rules for the INS; all findings at once, those of reading first.</summary>
internal static class FhirValidator
{
    public static void Validate(FhirDocument document, DiagnosticBag findings)
    {
        findings.AddRange(document.Findings);
        new StructureCheck(document, findings).Run();
        new InvariantCheck(document, findings).Run();
        InsCheck.Run(document, findings);
        foreach (Node reference in FhirReferences.Dangling(document))
        {
            findings.Add(FhirCodes.UnresolvedReference, reference.Place, "no entry of the Bundle has this fullUrl");
        }
    }
}
