using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FhirPath.Functions;
using Simphonie.Formats.National;

namespace Simphonie.Formats.Fhir.Validation;

/// <summary>
/// Rules of the hub for the INS, a profile of its own and of nobody else's authority: an identifier typed INS has an INS system; its value is
/// the matricule of 13 characters with the key of 2; the key is right; one INS of a kind is in force.
/// </summary>
public static class InsCheck
{
    public static SchemaHeader Profile { get; } = new(
        "fhir/ins-hub", "1", new DateOnly(2026, 1, 1), "FR Core identifier types and OIDs of the INS; NIR key as published", SchemaStatus.HubProfile);

    internal static void Run(FhirDocument document, DiagnosticBag findings)
    {
        var inForce = new HashSet<(long Patient, string System)>();
        for (var index = 0; index < document.Nodes.Length; index++)
        {
            if (document.TypeAt(index)?.Name == "Identifier" && document.Nodes[index].Kind == Reading.JsonKind.Object)
            {
                Identifier(new Node(document, index), inForce, findings);
            }
        }
    }

    private static void Identifier(Node identifier, HashSet<(long Patient, string System)> inForce, DiagnosticBag findings)
    {
        var system = Child(identifier, "system");
        if (!InsSystems.IsIns(system.IsNone ? null : system.Value.Text))
        {
            if (IsTypedIns(identifier))
            {
                findings.Add(FhirCodes.InsSystem, system.IsNone ? identifier.Place : system.Place, "the identifier is typed as an INS and its system is not one of the INS");
            }

            return;
        }

        var value = Child(identifier, "value");
        if (value.IsNone)
        {
            return;
        }

        var text = value.Value.Text;
        if (text.Length != 15 || text.AsSpan().ContainsAnyExcept("0123456789AB"))
        {
            findings.Add(FhirCodes.InsValue, value.Place, "the value is not 13 characters and a key of 2 digits");
        }
        else if (!Nir.IsValid(text))
        {
            findings.Add(FrenchCodes.WrongNir, value.Place, "the key of the INS is wrong");
        }

        var use = Child(identifier, "use");
        var owner = ((FhirDocument)identifier.Document).Nodes[(int)identifier.Handle].Parent;
        if ((use.IsNone || use.Value.Text != "old") && !inForce.Add((owner, system.Value.Text)))
        {
            findings.Add(FhirCodes.InsTwice, identifier.Place, "a second INS of this kind is in force");
        }
    }

    private static bool IsTypedIns(Node identifier)
    {
        var codings = new List<Node>();
        if (Child(identifier, "type") is { IsNone: false } type)
        {
            identifier.Document.AppendChildren(type.Handle, "coding", codings);
        }

        return codings.Exists(coding =>
            Child(coding, "system") is { IsNone: false } system && system.Value.Text == InsSystems.TypeSystem
            && Child(coding, "code") is { IsNone: false } code && code.Value.Text is "INS-NIR" or "INS-NIA");
    }

    private static Node Child(Node parent, string name)
    {
        var children = new List<Node>();
        parent.Document.AppendChildren(parent.Handle, name, children);
        return children.Count > 0 ? children[0] : default;
    }
}
