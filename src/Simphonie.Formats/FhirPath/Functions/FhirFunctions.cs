using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>What FHIR R4 adds to FHIRPath (R4, 2.9.1.3).</summary>
internal static class FhirFunctions
{
    public static IEnumerable<FunctionDeclaration> All { get; } =
    [
        New("extension", "The extensions with a url.", "Patient.extension('http://hl7.org/fhir/StructureDefinition/patient-birthPlace')", Extension, new FunctionParameter("url"))
            with { Result = static (input, _) => input.Schema is { } schema && schema.HasType("Extension") ? new InferredType(schema, ["Extension"], true) : InferredType.Unknown },
        New("hasValue", "True when the single item is a primitive that has a value.", "Patient.birthDate.hasValue()", HasValue) with { Result = Results.Boolean },
        New("getValue", "The value of the single primitive, as a type of FHIRPath.", "Patient.birthDate.getValue()", GetValue),
        New("resolve", "The resource that a reference means, when it lies in the same Bundle or is contained; nothing is fetched.", "Coverage.beneficiary.resolve().ofType(Patient)", References.Resolve),
        New("htmlChecks", "True when the narrative is XHTML as FHIR allows it (R4, 2.4.0).", "Patient.text.div.htmlChecks()", static (in call, into) => HtmlChecks(call, into)) with { Result = Results.Boolean },
    ];

    private static FunctionDeclaration New(string name, string description, string example, FunctionBody body, params FunctionParameter[] parameters) =>
        new() { Name = name, Set = FunctionSet.Fhir, Description = description, Example = example, Body = body, Parameters = parameters };

    private static void Extension(in Call call, List<Item> into)
    {
        if (!call.TryText(0, out var url))
        {
            return;
        }

        var nodes = call.Context.Nodes.Rent();
        foreach (var item in call.Input)
        {
            if (item.IsNode)
            {
                item.Node.Document.AppendChildren(item.Node.Handle, "extension", nodes);
            }
        }

        foreach (var node in nodes)
        {
            if (string.Equals(Reading.Child(call.Context, node, "url").Text, url, StringComparison.Ordinal))
            {
                into.Add(new Item(node));
            }
        }

        call.Context.Nodes.Return(nodes);
    }

    private static void HasValue(in Call call, List<Item> into) => into.Add(call.Input.Count == 1 && !call.Input[0].Value.IsNone);

    private static void GetValue(in Call call, List<Item> into)
    {
        if (call.TryInput(out Value value))
        {
            into.Add(new Item(value));
        }
    }

    private static void HtmlChecks(in Call call, List<Item> into)
    {
        foreach (var item in call.Input)
        {
            into.Add(Narrative.IsAllowed(Reading.ValueOf(call.Context, item).Text));
        }
    }
}
