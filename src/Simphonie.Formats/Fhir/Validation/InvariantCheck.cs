using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir.Reading;
using Simphonie.Formats.Fhir.Schema;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Formats.Fhir.Validation;

/// <summary>
/// The invariants of the definitions, evaluated at every node of their type. <c>ele-1</c>, which every element has, is what
/// <see cref="StructureCheck"/> finds as an empty element. An empty result holds: many invariants speak of an element that may be absent
/// (<c>name.matches(…)</c>, <c>reference.startsWith('#').not()</c>) and are empty without it.
/// </summary>
internal sealed class InvariantCheck(FhirDocument document, DiagnosticBag findings)
{
    /// <summary>Invariants do not ask for the time; a fixed one keeps validation a function of the message.</summary>
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    private readonly List<Item> _result = [];

    private readonly HashSet<string> _skipped = new(StringComparer.Ordinal);

    public void Run()
    {
        var context = new EvaluationContext { Now = _now };
        var resources = new int[document.Nodes.Length];
        var roots = new int[document.Nodes.Length];
        for (var index = 0; index < document.Nodes.Length; index++)
        {
            Enclose(index, resources, roots);
            ref readonly var node = ref document.Nodes[index];
            if (node.Kind != JsonKind.Array && document.TypeAt(index) is { } type && (!node.IsCompanion || node.StandsAlone) && (node.Kind != JsonKind.Null || node.Companion != 0))
            {
                At(index, type, context, resources[index], roots[index]);
            }
        }
    }

    /// <summary>The resource that a node is in, and the one around that when it is contained.</summary>
    private void Enclose(int index, int[] resources, int[] roots)
    {
        ref readonly var node = ref document.Nodes[index];
        if (index == 0)
        {
            return;
        }

        resources[index] = resources[node.Parent];
        roots[index] = roots[node.Parent];
        if (node.Kind == JsonKind.Object && document.TypeAt(index) is { Kind: FhirTypeKind.Resource })
        {
            resources[index] = index;
            roots[index] = node.Property >= 0 && document.Facts!.Properties[node.Property].Name == "contained" ? roots[node.Parent] : index;
        }
    }

    private void At(int index, FhirType type, EvaluationContext context, int resource, int root)
    {
        var prepared = false;
        for (var current = type; current is not null; current = current.Base)
        {
            Evaluate(current.Invariants);
        }

        var property = document.Nodes[index].Property;
        if (property >= 0)
        {
            Evaluate(document.Facts!.Properties[property].Element.Invariants);
        }

        void Evaluate(IReadOnlyList<FhirInvariant> invariants)
        {
            foreach (var invariant in invariants)
            {
                if (invariant.Key == "ele-1")
                {
                    continue;
                }

                if (!prepared)
                {
                    context.Focus = new Node(document, index);
                    context.Variables["resource"] = [new Item(new Node(document, resource))];
                    context.Variables["rootResource"] = [new Item(new Node(document, root))];
                    prepared = true;
                }

                One(invariant, index, context);
            }
        }
    }

    private void One(FhirInvariant invariant, int index, EvaluationContext context)
    {
        if (invariant.Compiled is not { } expression)
        {
            if (_skipped.Add(invariant.Key))
            {
                findings.Add(FhirCodes.InvariantSkipped, document.PlaceOf(index), $"invariant {invariant.Key} was not evaluated");
            }

            return;
        }

        _result.Clear();
        expression.Evaluate(context, _result);
        if (_result.Count > 0 && !(_result.Count == 1 && _result[0].Value is { Kind: not ValueKind.Boolean } or { Boolean: true }))
        {
            findings.Add(new Diagnostic(FhirCodes.InvariantBroken, invariant.Severity, $"invariant {invariant.Key} does not hold", document.PlaceOf(index), invariant.Key));
        }
    }
}
