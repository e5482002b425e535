using System.Globalization;

namespace Simphonie.Formats.Xml;

/// <summary>An element or attribute under construction.</summary>
internal sealed class XmlBuilderNode(string name, string namespaceUri, XsdType? type, XmlBuilderNode? parent)
{
    private const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    public string Name { get; } = name;

    public string Namespace { get; } = namespaceUri;

    public XsdType? Type { get; } = type;

    public XmlBuilderNode? Parent { get; } = parent;

    public List<XmlBuilderNode> Children { get; } = [];

    public int Order { get; init; }

    /// <summary>The builder's handle of it.</summary>
    public required int Index { get; init; }

    public string? Text { get; set; }

    public bool Nil { get; set; }

    public bool IsAttribute => Name.StartsWith('@');

    /// <summary>Writes with default namespaces only: a declaration stands wherever the namespace changes.</summary>
    public void Write(Utf8XmlWriter writer, string defaultNamespace)
    {
        writer.OpenTag(Name);
        if (Namespace != defaultNamespace)
        {
            writer.Attribute("xmlns", Namespace);
        }

        WriteAttributes(writer);
        if (Nil)
        {
            writer.Attribute("xmlns:xsi", InstanceNamespace);
            writer.Attribute("xsi:nil", "true");
            writer.EmptyTag();
            return;
        }

        writer.EndTag();
        if (Text is not null)
        {
            writer.Text(Text);
        }

        foreach (var child in Children.Where(child => !child.IsAttribute).OrderBy(child => child.Order))
        {
            child.Write(writer, Namespace);
        }

        writer.End(Name);
    }

    private void WriteAttributes(Utf8XmlWriter writer)
    {
        var prefixes = 0;
        foreach (var attribute in Children.Where(child => child.IsAttribute))
        {
            var written = attribute.Name[1..];
            if (attribute.Namespace.Length > 0)
            {
                var prefix = "a" + (prefixes++).ToString(CultureInfo.InvariantCulture);
                writer.Attribute("xmlns:" + prefix, attribute.Namespace);
                written = $"{prefix}:{written}";
            }

            writer.Attribute(written, attribute.Text ?? "");
        }
    }
}
