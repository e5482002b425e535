using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Xml;

/// <summary>
/// An XML document over the received bytes. A node is an element, known by its local name, or an attribute, known as <c>@name</c>.
/// The root node is the document's root element. An element with elements inside has no value of its own; one that is empty has none either;
/// <c>xsi:nil</c> reads as cleared. Values have the type of the XSD where one is known, else they are text.
/// </summary>
public sealed class XmlMessage : Document, IWritableDocument
{
    private readonly ReadOnlyMemory<byte> _original;
    private readonly XsdSchema? _schema;

    private XmlMessage(ReadOnlyMemory<byte> original, XmlTree tree, XsdSchema? schema, IReadOnlyList<Diagnostic> findings)
    {
        _original = original;
        Tree = tree;
        _schema = schema;
        Findings = findings;
    }

    public override string Format => XmlFormat.FormatName;

    public override ISchema? Schema => _schema;

    public override Node Root => new(this, 0);

    public override IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>True when the whole document was read.</summary>
    public bool IsWellFormed => Findings.Count == 0;

    internal XmlTree Tree { get; }

    /// <summary>Reads without copying unless the encoding is not UTF-8.</summary>
    public static XmlMessage Read(ReadOnlyMemory<byte> bytes, XsdSchema? schema, XmlLimits limits)
    {
        var findings = new DiagnosticBag();
        if (bytes.Length > limits.MaxBytes)
        {
            findings.Add(XmlCodes.TooLarge, Place.Whole, $"The document is longer than {limits.MaxBytes} bytes.");
            return new XmlMessage(bytes, XmlScanner.Scan(default, limits, new DiagnosticBag()), schema, findings);
        }

        var utf8 = XmlCharset.ToUtf8(bytes, findings);
        return new XmlMessage(bytes, XmlScanner.Scan(utf8, limits, findings), schema, findings);
    }

    /// <summary>Local name of the root element and its namespace, both empty when there is no root.</summary>
    public (string Namespace, string Name) RootName => (Tree.Namespace(0), Encoding.UTF8.GetString(Tree.LocalName(0)));

    /// <summary>The namespace of a node.</summary>
    public string NamespaceOf(long handle) => Tree.Namespace((int)handle);

    /// <summary>Finds the first child element of a namespace and local name.</summary>
    public bool TryFindChild(long handle, string namespaceUri, string name, out long child)
    {
        for (var at = (int)handle + 1; at < Tree[(int)handle].Next; at = Tree[at].Next)
        {
            if (!Tree[at].IsAttribute && Tree.HasLocalName(at, name) && Tree.Namespace(at) == namespaceUri)
            {
                child = at;
                return true;
            }
        }

        child = -1;
        return false;
    }

    /// <summary>Finds the first element at the end of a path of local names, such as <c>Assure/NIRassure</c>.</summary>
    public bool TryFindPath(long handle, string path, out long found)
    {
        found = handle;
        foreach (var step in path.Split('/'))
        {
            var nodes = new List<Node>();
            AppendChildren(found, step, nodes);
            if (nodes.Count == 0)
            {
                return false;
            }

            found = nodes[0].Handle;
        }

        return true;
    }

    /// <summary>The child elements, without attributes, in document order.</summary>
    public IEnumerable<long> Elements(long handle)
    {
        for (var at = (int)handle + 1; at < Tree[(int)handle].Next; at = Tree[at].Next)
        {
            if (!Tree[at].IsAttribute)
            {
                yield return at;
            }
        }
    }

    /// <summary>Where the element lies in <see cref="Utf8"/>, from its <c>&lt;</c> to after its end.</summary>
    public (int Start, int End) RangeOf(long handle) => (Tree[(int)handle].Start, Tree[(int)handle].End);

    /// <summary>The bytes that offsets count in: those that were read, or their UTF-8 form.</summary>
    public ReadOnlyMemory<byte> Utf8 => Tree.Bytes;

    public override string NameOf(long handle)
    {
        var name = Encoding.UTF8.GetString(Tree.LocalName((int)handle));
        return Tree[(int)handle].IsAttribute ? "@" + name : name;
    }

    public override string? TypeOf(long handle) => DeclaredType((int)handle)?.Name;

    public override NodeState StateOf(long handle) => Tree[(int)handle].Has(XmlEntryFlags.Nil) ? NodeState.Cleared : NodeState.Valued;

    public override Value ValueOf(long handle)
    {
        ref readonly var entry = ref Tree[(int)handle];
        if (entry.Has(XmlEntryFlags.HasElements | XmlEntryFlags.Nil) || entry.ContentStart == entry.ContentEnd)
        {
            return Value.None;
        }

        var text = Tree.Text((int)handle);
        return DeclaredType((int)handle) is { } type ? type.Parse(text) : Value.Of(text);
    }

    public override Place PlaceOf(long handle)
    {
        var start = Tree[(int)handle].Start;
        return new Place(null, Tree.Bytes.Span[..start].Count((byte)'\n') + 1, 0, Tree.Path((int)handle), start);
    }

    public override void AppendChildren(long handle, string name, List<Node> into)
    {
        var attribute = name.StartsWith('@');
        var local = attribute ? name[1..] : name;
        for (var at = (int)handle + 1; at < Tree[(int)handle].Next; at = Tree[at].Next)
        {
            if (Tree[at].IsAttribute == attribute && Tree.HasLocalName(at, local))
            {
                into.Add(new Node(this, at));
            }
        }
    }

    public override void AppendChildren(long handle, List<Node> into)
    {
        for (var at = (int)handle + 1; at < Tree[(int)handle].Next; at = Tree[at].Next)
        {
            into.Add(new Node(this, at));
        }
    }

    /// <summary>Writes the bytes that were read.</summary>
    public void WriteTo(IBufferWriter<byte> writer) => writer.Write(_original.Span);

    private XsdType? DeclaredType(int index)
    {
        if (_schema is null)
        {
            return null;
        }

        ref readonly var entry = ref Tree[index];
        if (entry.Parent < 0)
        {
            return _schema.RootOf(Tree.Namespace(index), Encoding.UTF8.GetString(Tree.LocalName(index)));
        }

        return DeclaredType(entry.Parent)?.Find(NameOf(index))?.Type;
    }
}
