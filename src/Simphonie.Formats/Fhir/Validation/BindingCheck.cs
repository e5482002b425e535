using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Validation;

/// <summary>Codes of required bindings. A CodeableConcept needs one coding of the value set among its codings.</summary>
internal sealed class BindingCheck(FhirDocument document, DiagnosticBag findings)
{
    public void Primitive(int index, FhirProperty property)
    {
        if (TryValueSet(property, out var valueSet) && !valueSet.Holds(document.ValueOf(index).Text))
        {
            Add(index, valueSet);
        }
    }

    public void Complex(int index, FhirProperty property)
    {
        if (!TryValueSet(property, out var valueSet))
        {
            return;
        }

        var codings = new List<Node>();
        switch (property.Type.Name)
        {
            case "Coding":
                codings.Add(new Node(document, index));
                break;
            case "CodeableConcept":
                document.AppendChildren(index, "coding", codings);
                break;
            default:
                return;
        }

        if (!codings.Exists(coding => Holds(valueSet, coding)))
        {
            Add(index, valueSet);
        }
    }

    private bool TryValueSet(FhirProperty property, out FhirValueSet valueSet)
    {
        valueSet = null!;
        return property.Element.Binding is { } url && document.Facts!.TryGetValueSet(url, out valueSet!) && !valueSet.IsOpen;
    }

    private bool Holds(FhirValueSet valueSet, Node coding) =>
        Text(coding, "code") is { } code && Text(coding, "system") is { } system && valueSet.Holds(system, code);

    private string? Text(Node node, string name)
    {
        var children = new List<Node>();
        document.AppendChildren(node.Handle, name, children);
        return children.Count == 1 && !children[0].Value.IsNone ? children[0].Value.Text : null;
    }

    private void Add(int index, FhirValueSet valueSet) =>
        findings.Add(FhirCodes.CodeNotBound, document.PlaceOf(index), $"the code is not of the required value set {valueSet.Url}");
}
