using System.Runtime.InteropServices;

namespace Simphonie.Formats.Fhir.Reading;

/// <summary>Kinds of JSON values, as read.</summary>
internal enum JsonKind : byte
{
    Object,
    Array,
    String,

    /// <summary>A string with at least one escape.</summary>
    EscapedString,
    Number,
    True,
    False,
    Null,
}

/// <summary>One JSON value of a message: where its bytes are and how it hangs in the tree. An element of an array, never an object of its own.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct JsonNode
{
    /// <summary>Offset and length of the property name between its quotes; length 0 for the root and items of arrays.</summary>
    public int NameStart;

    public int NameLength;

    /// <summary>Offset and length of the value; of a string between its quotes; of an object or array from bracket to bracket.</summary>
    public int Start;

    public int Length;

    public int Parent;

    /// <summary>Next sibling, 0 for none (the root is nobody's sibling).</summary>
    public int Next;

    /// <summary>Position in the array above, -1 outside of arrays.</summary>
    public int Item;

    /// <summary>The object (<c>_birthDate</c>) with id and extensions of this primitive, or 0.</summary>
    public int Companion;

    /// <summary>Id of the schema's property, -1 when unknown.</summary>
    public int Property;

    /// <summary>Id of the schema's type, -1 when unknown.</summary>
    public int Type;

    public JsonKind Kind;

    /// <summary>True when the property name has escapes.</summary>
    public bool NameEscaped;

    /// <summary>True for <c>_birthDate</c>, its items and nulls: they belong to a primitive.</summary>
    public bool IsCompanion;

    /// <summary>True for a companion whose primitive has no value of its own: it then stands for the primitive.</summary>
    public bool StandsAlone;
}
