namespace Simphonie.Core.Schemas;

/// <summary>What expressions and mappings are checked against: types and their elements. Immutable.</summary>
public interface ISchema
{
    SchemaHeader Header { get; }

    /// <summary>Name of the format that reads it (<c>hl7v2</c>).</summary>
    string Format { get; }

    /// <summary>Type of the document's root (<c>Message</c>, a resource type, or the schema's own root).</summary>
    string RootType { get; }

    bool TryGetElement(string type, string name, out SchemaElement element);

    /// <summary>Element names of a type, for suggestions; empty when the type is unknown.</summary>
    IReadOnlyList<string> ElementNames(string type);

    bool HasType(string type);
}

/// <summary>One element of a type. <paramref name="Max"/> is <see cref="int.MaxValue"/> for unbounded; <paramref name="Types"/> has several entries for a choice.</summary>
public readonly record struct SchemaElement(string Name, IReadOnlyList<string> Types, int Min, int Max);
