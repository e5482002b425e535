using System.Globalization;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary>A variable <c>%name</c>: what the context holds, else those that every FHIR expression knows.</summary>
internal sealed class VariableOperation(string name) : Operation
{
    /// <summary>Variables that need not be declared.</summary>
    public static bool IsBuiltIn(string name) => name is "now" or "context" or "resource" or "rootResource" or "ucum" or "sct" or "loinc"
        || name.StartsWith("vs-", StringComparison.Ordinal) || name.StartsWith("ext-", StringComparison.Ordinal);

    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var context = frame.Context;
        if (context.Variables.TryGetValue(name, out var items))
        {
            if (context.Used is not null && context.Origins.TryGetValue(name, out var origins))
            {
                foreach (var origin in origins)
                {
                    context.Use(origin);
                }
            }

            into.AddRange(items);
            return;
        }

        switch (name)
        {
            case "now":
                into.Add(new Item(Value.OfDateTime(context.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture))));
                break;
            case "context" or "resource" or "rootResource" when !context.Focus.IsNone:
                into.Add(new Item(context.Focus));
                break;
            case "ucum":
                into.Add(new Item(Value.Of("http://unitsofmeasure.org")));
                break;
            case "sct":
                into.Add(new Item(Value.Of("http://snomed.info/sct")));
                break;
            case "loinc":
                into.Add(new Item(Value.Of("http://loinc.org")));
                break;
            default:
                Prefixed(into);
                break;
        }
    }

    private void Prefixed(List<Item> into)
    {
        if (name.StartsWith("vs-", StringComparison.Ordinal))
        {
            into.Add(new Item(Value.Of("http://hl7.org/fhir/ValueSet/" + name[3..])));
        }
        else if (name.StartsWith("ext-", StringComparison.Ordinal))
        {
            into.Add(new Item(Value.Of("http://hl7.org/fhir/StructureDefinition/" + name[4..])));
        }
    }
}
