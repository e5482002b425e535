namespace Simphonie.Formats.Xml;

[Flags]
internal enum XmlEntryFlags : byte
{
    None = 0,
    Attribute = 1,

    /// <summary>The value holds references, CDATA sections, comments or line ends to normalise: it must be decoded.</summary>
    Encoded = 2,

    HasElements = 4,

    /// <summary>The element says <c>xsi:nil="true"</c>.</summary>
    Nil = 8,

    /// <summary>Some of the element's own text is not white space.</summary>
    HasText = 16,
}

/// <summary>One element or attribute, as offsets into the bytes. Attributes follow their element; a subtree is the entries from its own up to <see cref="Next"/>.</summary>
internal struct XmlEntry
{
    /// <summary>Offset of <c>&lt;</c>, or of the attribute's name.</summary>
    public int Start;

    /// <summary>Offset after the element or the attribute.</summary>
    public int End;

    /// <summary>Offset of the local name.</summary>
    public int NameStart;

    public int NameLength;

    /// <summary>Length of the prefix before the local name, without the colon; 0 for none.</summary>
    public int PrefixLength;

    /// <summary>Index of the namespace in the tree's table.</summary>
    public int Namespace;

    public int ContentStart;

    public int ContentEnd;

    public int Parent;

    public int Next;

    public XmlEntryFlags Flags;

    public readonly bool IsAttribute => Has(XmlEntryFlags.Attribute);

    /// <summary>True when any of the flags is set.</summary>
    public readonly bool Has(XmlEntryFlags flags) => (Flags & flags) != XmlEntryFlags.None;
}

/// <summary>A namespace declaration and the element it stands on.</summary>
internal readonly record struct XmlDeclaration(int Owner, int PrefixStart, int PrefixLength, int Namespace);
