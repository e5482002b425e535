using System.Text;
using System.Xml;
using System.Xml.Schema;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Xml;

/// <summary>
/// Pushes the entries of a tree through the framework's XSD validator in one pass, and says what it finds in our own words with exact places:
/// the framework's texts quote values. Reusable, not thread-safe: see <see cref="XsdValidationPool"/>.
/// </summary>
internal sealed class XsdValidation : IXmlNamespaceResolver
{
    private const int MostFindings = 100;

    private readonly NameTable _names = new();
    private readonly XmlSchemaValidator _validator;
    private readonly XmlSchemaInfo _info = new();
    private char[] _buffer = new char[128];
    private XmlTree _tree = null!;
    private DiagnosticBag _findings = null!;
    private int _at;
    private bool _raised;
    private int _interned;

    public XsdValidation(XmlSchemaSet set)
    {
        _validator = new XmlSchemaValidator(_names, set, this, XmlSchemaValidationFlags.ProcessIdentityConstraints);
        _validator.ValidationEventHandler += (_, _) => _raised = true;
    }

    /// <summary>True once hostile names have grown the name table: the pool then lets go of this one.</summary>
    public bool IsWorn => _interned > 8192;

    public void Run(XmlTree tree, int root, DiagnosticBag findings)
    {
        (_tree, _findings) = (tree, findings);
        _validator.Initialize();
        Element(root);
        _raised = false;
        _validator.EndValidation();
        _tree = null!;
        _findings = null!;
    }

    public IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope) =>
        _tree.InScope(_at).ToDictionary(found => found.Prefix, found => found.Namespace, StringComparer.Ordinal);

    public string? LookupNamespace(string prefix) => _tree.InScope(_at).FirstOrDefault(found => found.Prefix == prefix).Namespace;

    public string? LookupPrefix(string namespaceName) => _tree.InScope(_at).FirstOrDefault(found => found.Namespace == namespaceName).Prefix;

    private void Element(int index)
    {
        _at = index;
        _raised = false;
        var name = Name(index);
        _validator.ValidateElement(name, _names.Add(_tree.Namespace(index)), _info, SchemaInstance(index, "type"), SchemaInstance(index, "nil"), null, null);
        var known = !_raised;
        if (_raised)
        {
            Add(XmlCodes.UnexpectedElement, index, "The schema does not allow this element at this place.");
        }

        var next = Attributes(index);
        if (known && !_tree[index].Has(XmlEntryFlags.HasElements))
        {
            _validator.ValidateText(_tree.Text(index));
        }

        for (; next < _tree[index].Next; next = _tree[next].Next)
        {
            Element(next);
        }

        End(index, known);
    }

    private int Attributes(int index)
    {
        var at = index + 1;
        for (; at < _tree[index].Next && _tree[at].IsAttribute; at = _tree[at].Next)
        {
            var space = _names.Add(_tree.Namespace(at));
            if (space == XmlSchema.InstanceNamespace)
            {
                continue;
            }

            _raised = false;
            _validator.ValidateAttribute(Name(at), space, _tree.Text(at), _info);
            if (_raised)
            {
                Add(XmlCodes.WrongAttribute, at, "The attribute is not known here or its value does not fit its type.");
            }
        }

        _raised = false;
        _validator.ValidateEndOfAttributes(_info);
        if (_raised)
        {
            Add(XmlCodes.WrongAttribute, index, "A required attribute is missing.");
        }

        return at;
    }

    private void End(int index, bool known)
    {
        _at = index;
        // asked before the end: afterwards the content model is gone
        var expected = _tree[index].Has(XmlEntryFlags.HasElements) || _info.ContentType == XmlSchemaContentType.ElementOnly
            ? _validator.GetExpectedParticles()
            : [];
        _raised = false;
        _validator.ValidateEndElement(_info);
        if (!_raised || !known)
        {
            return;
        }

        var names = string.Join(", ", expected.OfType<XmlSchemaElement>().Where(particle => particle.MinOccurs > 0).Select(particle => particle.QualifiedName.Name));
        if (names.Length > 0)
        {
            Add(XmlCodes.MissingElement, index, $"The content is not complete; expected next: {names}.");
        }
        else
        {
            var type = _info.SchemaType?.Name;
            Add(XmlCodes.WrongValue, index, type is null ? "The content does not fit the element's type." : $"The content does not fit the type {type}.");
        }
    }

    private string? SchemaInstance(int index, string name)
    {
        for (var at = index + 1; at < _tree[index].Next && _tree[at].IsAttribute; at++)
        {
            if (_tree.HasLocalName(at, name) && _tree.Namespace(at) == XmlSchema.InstanceNamespace)
            {
                return _tree.Text(at);
            }
        }

        return null;
    }

    private string Name(int index)
    {
        var bytes = _tree.LocalName(index);
        if (_buffer.Length < bytes.Length)
        {
            _buffer = new char[bytes.Length * 2];
        }

        var length = Encoding.UTF8.GetChars(bytes, _buffer);
        var found = _names.Get(_buffer, 0, length);
        if (found is null)
        {
            _interned++;
            found = _names.Add(_buffer, 0, length);
        }

        return found;
    }

    private void Add(DiagnosticCode code, int index, string text)
    {
        if (_findings.Count < MostFindings)
        {
            var start = _tree[index].Start;
            _findings.Add(code, new Place(null, _tree.Bytes.Span[..start].Count((byte)'\n') + 1, 0, _tree.Path(index), start), text);
        }
    }
}
