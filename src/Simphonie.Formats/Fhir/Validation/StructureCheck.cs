using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir.Reading;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Validation;

/// <summary>Elements, cardinalities, JSON shapes, primitive values and required bindings, from the root down.</summary>
internal sealed class StructureCheck(FhirDocument document, DiagnosticBag findings)
{
    private readonly BindingCheck _bindings = new(document, findings);

    public void Run()
    {
        if (document.TypeAt(0) is { } type)
        {
            Object(0, type);
        }
    }

    private void Object(int index, FhirType type)
    {
        var counts = new int[type.Elements.Count];
        var choices = new FhirProperty?[type.Elements.Count];
        var first = document.FirstChild(index);
        if (first == 0)
        {
            Add(FhirCodes.EmptyElement, index, "the object is empty");
        }

        for (var child = first; child != 0; child = document.Nodes[child].Next)
        {
            Property(child, type, counts, choices);
        }

        foreach (var element in type.Elements)
        {
            if (counts[element.Order] < element.Min)
            {
                Add(FhirCodes.MissingElement, index, $"{type.Name} needs {element.Name}");
            }
            else if (counts[element.Order] > element.Max && !element.IsChoice)
            {
                Add(FhirCodes.TooManyElements, index, $"{type.Name} takes {element.Name} at most {element.Max} times");
            }
        }
    }

    private void Property(int index, FhirType type, int[] counts, FhirProperty?[] choices)
    {
        ref readonly var node = ref document.Nodes[index];
        if (node.Property < 0)
        {
            if (!document.IsResourceType(node) || type.Kind != FhirTypeKind.Resource)
            {
                Add(FhirCodes.UnknownElement, index, $"{type.Name} has no such element");
            }

            return;
        }

        var property = document.Facts!.Properties[node.Property];
        var element = property.Element;
        if (choices[element.Order] is { } other && other != property)
        {
            Add(FhirCodes.SeveralChoices, index, $"{element.Name} stands with the types {other.Type.Name} and {property.Type.Name}");
        }

        choices[element.Order] = property;
        if (node.Kind == JsonKind.Array != element.IsList)
        {
            Add(FhirCodes.WrongShape, index, element.IsList ? "the element repeats and is written as an array" : "the element does not repeat and is not written as an array");
        }

        if (node.Kind != JsonKind.Array)
        {
            counts[element.Order] += node.IsCompanion && !node.StandsAlone ? 0 : 1;
            Value(index, property);
            return;
        }

        if (document.FirstChild(index) == 0)
        {
            Add(FhirCodes.EmptyElement, index, "the array is empty");
        }

        for (var item = document.FirstChild(index); item != 0; item = document.Nodes[item].Next)
        {
            ref readonly var value = ref document.Nodes[item];
            counts[element.Order] += value.IsCompanion ? value.StandsAlone ? 1 : 0 : 1;
            Value(item, property);
        }
    }

    private void Value(int index, FhirProperty property)
    {
        ref readonly var node = ref document.Nodes[index];
        if (node.IsCompanion)
        {
            Companion(index, property);
        }
        else if (node.Kind == JsonKind.Null)
        {
            if (node.Companion == 0)
            {
                Add(FhirCodes.EmptyElement, index, "null stands for nothing");
            }
        }
        else if (property.Type.Primitive != FhirPrimitive.None)
        {
            Primitive(index, property);
        }
        else if (node.Kind != JsonKind.Object)
        {
            Add(FhirCodes.WrongShape, index, $"the type {property.Type.Name} is written as an object");
        }
        else if (document.TypeAt(index) is { } type)
        {
            Object(index, type);
            _bindings.Complex(index, property);
        }
    }

    private void Companion(int index, FhirProperty property)
    {
        ref readonly var node = ref document.Nodes[index];
        if (node.Kind == JsonKind.Object)
        {
            Object(index, property.Type);
        }
        else if (node.Kind != JsonKind.Null || node.Item < 0)
        {
            Add(FhirCodes.WrongShape, index, "what belongs to a primitive is written as an object with id and extensions");
        }
    }

    private void Primitive(int index, FhirProperty property)
    {
        ref readonly var node = ref document.Nodes[index];
        var primitive = property.Type.Primitive;
        var fits = primitive switch
        {
            FhirPrimitive.Boolean => node.Kind is JsonKind.True or JsonKind.False,
            FhirPrimitive.Integer or FhirPrimitive.PositiveInt or FhirPrimitive.UnsignedInt or FhirPrimitive.Decimal =>
                node.Kind == JsonKind.Number && FhirLexical.IsNumber(document.Bytes.Slice(node.Start, node.Length), primitive),
            _ => node.Kind is JsonKind.String or JsonKind.EscapedString && FhirLexical.IsText(document.TextOf(node), primitive),
        };
        if (!fits)
        {
            Add(FhirCodes.WrongValue, index, $"this is not a {property.Type.Name}");
        }
        else if (node.Kind is JsonKind.String or JsonKind.EscapedString)
        {
            _bindings.Primitive(index, property);
        }
    }

    private void Add(DiagnosticCode code, int index, string text) => findings.Add(code, document.PlaceOf(index), text);
}
