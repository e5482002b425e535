namespace Simphonie.Formats.FhirPath.Typing;

/// <summary>Which type of FHIR R4 is a kind of which (R4, 2.24 Data Types).</summary>
internal static class FhirTypes
{
    private static readonly Dictionary<string, string> Bases = new(StringComparer.Ordinal)
    {
        ["code"] = "string", ["id"] = "string", ["markdown"] = "string",
        ["url"] = "uri", ["canonical"] = "uri", ["uuid"] = "uri", ["oid"] = "uri",
        ["positiveInt"] = "integer", ["unsignedInt"] = "integer",
        ["Age"] = "Quantity", ["Count"] = "Quantity", ["Distance"] = "Quantity", ["Duration"] = "Quantity",
        ["SimpleQuantity"] = "Quantity", ["MoneyQuantity"] = "Quantity",
        ["Dosage"] = "BackboneElement", ["Timing"] = "BackboneElement", ["ElementDefinition"] = "BackboneElement",
        ["BackboneElement"] = "Element", ["DomainResource"] = "Resource",
        ["Bundle"] = "Resource", ["Binary"] = "Resource", ["Parameters"] = "Resource",
    };

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "boolean", "integer", "string", "decimal", "uri", "base64Binary", "instant", "date", "dateTime", "time", "xhtml",
        "Address", "Annotation", "Attachment", "CodeableConcept", "Coding", "ContactDetail", "ContactPoint", "Contributor", "DataRequirement",
        "Expression", "Extension", "HumanName", "Identifier", "Meta", "Money", "Narrative", "ParameterDefinition", "Period", "Quantity", "Range",
        "Ratio", "Reference", "RelatedArtifact", "SampledData", "Signature", "TriggerDefinition", "UsageContext",
    };

    /// <summary>Types whose elements depend on what stands there: paths over them are not checked.</summary>
    public static bool IsOpen(string type) => type is "Resource" or "DomainResource" or "Element" or "BackboneElement" or "Any" or "ResourceList";

    /// <summary>True when <paramref name="type"/> is <paramref name="wanted"/> or a kind of it.</summary>
    public static bool IsA(string type, string wanted)
    {
        for (var current = type; current is not null; current = BaseOf(current))
        {
            if (string.Equals(current, wanted, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a data type; anything else with a capital may be a resource.</summary>
    public static bool IsDataType(string type) => Bases.ContainsKey(type) || Elements.Contains(type) || string.Equals(type, "Element", StringComparison.Ordinal);

    private static string? BaseOf(string type)
    {
        if (Bases.TryGetValue(type, out var parent))
        {
            return parent;
        }

        if (type is "Element" or "Resource")
        {
            return null;
        }

        return Elements.Contains(type) ? "Element"
            : type.Contains('.', StringComparison.Ordinal) ? "BackboneElement"
            : "DomainResource";
    }
}
