using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml.Schema;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Xml;

/// <summary>
/// A compiled XSD with its header. Types are the XSD's own names; an anonymous type has the name of its global element, or <c>Owner.element</c>;
/// simple types are the primitives of FHIRPath. Each global element is a root: a reference names it after <c>#</c>.
/// </summary>
public sealed class XsdSchema : ISchema
{
    private readonly XsdTypeGraph _graph;
    private readonly XsdValidationPool _validations;

    internal XsdSchema(SchemaHeader header, XmlSchemaSet set, XmlSchema file, ReadOnlyMemory<byte> source)
    {
        Header = header;
        TargetNamespace = file.TargetNamespace ?? "";
        Source = source;
        _graph = XsdTypeGraph.Of(set);
        _validations = new XsdValidationPool(set);
        RootType = (file.Items.OfType<XmlSchemaElement>().FirstOrDefault() ?? set.GlobalElements.Values.OfType<XmlSchemaElement>().FirstOrDefault())?.Name ?? "";
    }

    public SchemaHeader Header { get; }

    public string Format => XmlFormat.FormatName;

    /// <summary>The first global element of the file.</summary>
    public string RootType { get; }

    public string TargetNamespace { get; }

    /// <summary>The file's bytes, for a service that shows it.</summary>
    public ReadOnlyMemory<byte> Source { get; }

    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        if (FindType(type)?.Find(name) is { } found)
        {
            element = new SchemaElement(found.Name, [found.Type.Name], found.Min, found.Max);
            return true;
        }

        element = default;
        return false;
    }

    public IReadOnlyList<string> ElementNames(string type) => FindType(type) is { } found ? [.. found.Elements.Select(element => element.Name)] : [];

    public bool HasType(string type) => FindType(type) is not null;

    /// <summary>True when <paramref name="name"/> is a global element of <paramref name="namespaceUri"/>.</summary>
    public bool HasRoot(string namespaceUri, string name) => _graph.Roots.ContainsKey((namespaceUri, name));

    /// <summary>
    /// Checks the element <paramref name="handle"/> of a well-formed document and all below it as a root of this schema; at most a hundred findings.
    /// Thread-safe.
    /// </summary>
    public void Validate(XmlMessage message, long handle, DiagnosticBag findings)
    {
        var tree = message.Tree;
        if (HasRoot(tree.Namespace((int)handle), Encoding.UTF8.GetString(tree.LocalName((int)handle))))
        {
            _validations.Validate(tree, (int)handle, findings);
        }
        else
        {
            findings.Add(XmlCodes.UnknownRoot, message.PlaceOf(handle), "The schema has no such root element.");
        }
    }

    internal XsdType? RootOf(string namespaceUri, string name) => _graph.Roots.GetValueOrDefault((namespaceUri, name));

    internal bool TryFindRoot(string name, out string namespaceUri, [NotNullWhen(true)] out XsdType? type)
    {
        foreach (var (key, value) in _graph.Roots)
        {
            if (key.Name == name)
            {
                (namespaceUri, type) = (key.Namespace, value);
                return true;
            }
        }

        (namespaceUri, type) = ("", null);
        return false;
    }

    private XsdType? FindType(string name) => _graph.Types.GetValueOrDefault(name) ?? (TryFindRoot(name, out _, out var root) ? root : null);
}
