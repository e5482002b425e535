using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Fhir;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>
/// What <c>$submit</c> asks of its body: the resource it is about, or a Bundle that holds it; and that every reference is answered by the body,
/// since the hub keeps no resources that it could look up.
/// </summary>
internal static class SubmitCheck
{
    public static IReadOnlyList<Diagnostic> Of(ReadOnlyMemory<byte> body, string type, ISchema schema)
    {
        var document = (FhirDocument)new FhirFormat().Read(body, schema);
        var findings = new DiagnosticBag();
        if (document.Findings.Any(finding => finding.Severity == Severity.Error))
        {
            return document.Findings;
        }

        if (document.Root.Type == "Bundle" ? !Holds(document, type) : document.Root.Type != type)
        {
            findings.Add(FhirChannelCodes.WrongType, Place.Whole, $"the operation takes a {type}, or a Bundle that holds one");
        }

        foreach (var reference in FhirReferences.Unresolved(document))
        {
            findings.Add(FhirCodes.UnresolvedReference, reference.Place, "the body does not hold what this refers to");
        }

        return findings;
    }

    private static bool Holds(FhirDocument document, string type)
    {
        var entries = new List<Node>();
        var resources = new List<Node>();
        document.AppendChildren(0, "entry", entries);
        entries.ForEach(entry => document.AppendChildren(entry.Handle, "resource", resources));
        return resources.Exists(resource => resource.Type == type);
    }
}
