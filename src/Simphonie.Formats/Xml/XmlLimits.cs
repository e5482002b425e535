namespace Simphonie.Formats.Xml;

/// <summary>Bounds of reading. Everything beyond one is a finding and reading stops there.</summary>
/// <param name="MaxBytes">Length of the document in bytes.</param>
/// <param name="MaxDepth">Elements inside each other.</param>
/// <param name="MaxAttributes">Attributes and namespace declarations of one element.</param>
/// <param name="MaxNamespaces">Namespaces of the document, and declarations in scope at once: both are searched one by one.</param>
/// <param name="MaxName">Bytes of a name with its prefix: places are told by names.</param>
public sealed record XmlLimits(int MaxBytes, int MaxDepth, int MaxAttributes, int MaxNamespaces = 256, int MaxName = 256)
{
    public static XmlLimits Default { get; } = new(100 * 1024 * 1024, 64, 128);
}
