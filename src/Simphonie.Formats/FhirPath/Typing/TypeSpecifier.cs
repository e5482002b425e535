using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Typing;

/// <summary>The name of a type behind <c>is</c>, <c>as</c> and in <c>ofType()</c>: <c>System.String</c>, <c>FHIR.Patient</c>, or without a namespace.</summary>
internal readonly record struct TypeSpecifier(string? Namespace, string Name)
{
    public static TypeSpecifier Parse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? new TypeSpecifier(null, text) : new TypeSpecifier(text[..dot], text[(dot + 1)..]);
    }

    public static bool IsSystemName(string name) => name is "Boolean" or "String" or "Integer" or "Long" or "Decimal" or "Date" or "DateTime" or "Time" or "Quantity" or "Any";

    /// <summary>
    /// A computed value is of the types of FHIRPath; a node of the type its schema gives it or a kind of it; a node without a type is judged by its value.
    /// </summary>
    public bool Matches(in Item item)
    {
        if (item.IsNode && item.Node.Type is { } type)
        {
            return Namespace is not "System" && FhirTypes.IsA(type, Name);
        }

        var kind = item.Value.Kind;
        return Namespace is null or "System" && (Name == "Any" || (kind != ValueKind.None && string.Equals(kind.ToString(), Name, StringComparison.Ordinal)));
    }
}
