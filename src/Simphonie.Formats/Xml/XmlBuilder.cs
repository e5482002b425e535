using System.Buffers;
using System.Text;
using System.Xml;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.Xml;

/// <summary>Builds an XML document; with a schema it knows the namespaces and writes children in the order of the schema.</summary>
internal sealed class XmlBuilder : IDocumentBuilder
{
    private readonly List<XmlBuilderNode> _nodes = [];
    private readonly XsdSchema? _schema;
    private readonly DiagnosticBag _problems = new();

    public XmlBuilder(XsdSchema? schema, string? root)
    {
        _schema = schema;
        var name = root ?? schema?.RootType ?? "root";
        XsdType? type = null;
        var space = "";
        if (schema is not null && !schema.TryFindRoot(name, out space, out type))
        {
            _problems.Add(XmlCodes.UnknownName, Place.InMessage("/" + name), "The schema has no such root element.");
        }

        _nodes.Add(new XmlBuilderNode(name, space, type, null) { Index = 0 });
    }

    public long Root => 0;

    public long Child(long parent, string name)
    {
        foreach (var child in _nodes[(int)parent].Children)
        {
            if (child.Name == name)
            {
                return child.Index;
            }
        }

        return Append(parent, name);
    }

    public long Append(long parent, string name, string? type = null)
    {
        var owner = _nodes[(int)parent];
        var declared = owner.Type?.Find(name);
        if (declared is null && _schema is not null)
        {
            _problems.Add(XmlCodes.UnknownName, Place.InMessage($"{PathOf(parent)}/{name}"), "The schema does not know this name here.");
        }

        return Add(new XmlBuilderNode(name, declared?.Namespace ?? (name.StartsWith('@') ? "" : owner.Namespace), declared?.Type, owner) { Index = _nodes.Count, Order = declared?.Order ?? owner.Children.Count });
    }

    public void Set(long node, Value value)
    {
        var text = value.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]) && !(i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) && !(i > 0 && XmlConvert.IsXmlSurrogatePair(text[i], text[i - 1])))
            {
                _problems.Add(XmlCodes.BadValue, Place.InMessage(PathOf(node)), "The value holds a character that XML does not allow.");
                return;
            }
        }

        _nodes[(int)node].Text = value.IsNone ? null : text;
    }

    public void Copy(long node, Node source)
    {
        if (source.Document is not XmlMessage message)
        {
            _problems.Add(XmlCodes.NotXml, Place.InMessage(PathOf(node)), "Only a node of an XML document can be copied here.");
            return;
        }

        var children = new List<Node>();
        message.AppendChildren(source.Handle, children);
        var tree = message.Tree;
        if (!tree[(int)source.Handle].Has(XmlEntryFlags.HasElements))
        {
            _nodes[(int)node].Text = tree.Text((int)source.Handle);
        }

        foreach (var child in children)
        {
            var parent = _nodes[(int)node];
            var declared = parent.Type?.Find(child.Name);
            var copy = Add(new XmlBuilderNode(child.Name, message.NamespaceOf(child.Handle), declared?.Type, parent) { Index = _nodes.Count, Order = declared?.Order ?? parent.Children.Count });
            Copy(copy, child);
        }
    }

    /// <summary>An element without content and with <c>xsi:nil</c>.</summary>
    public void Clear(long node) => _nodes[(int)node].Nil = true;

    public string PathOf(long node)
    {
        var path = new StringBuilder();
        for (var at = _nodes[(int)node]; at is not null; at = at.Parent)
        {
            var same = at.Parent?.Children.Where(sibling => sibling.Name == at.Name).ToList() ?? [];
            path.Insert(0, same.Count > 1 ? $"/{at.Name}[{same.IndexOf(at) + 1}]" : "/" + at.Name);
        }

        return path.ToString();
    }

    public Document Build(DiagnosticBag findings)
    {
        findings.AddRange(_problems);
        var buffer = new ArrayBufferWriter<byte>(1024);
        _nodes[0].Write(new Utf8XmlWriter(buffer), defaultNamespace: "");
        return XmlMessage.Read(buffer.WrittenMemory, _schema, XmlLimits.Default);
    }

    private long Add(XmlBuilderNode node)
    {
        node.Parent!.Children.Add(node);
        _nodes.Add(node);
        return _nodes.Count - 1;
    }
}
