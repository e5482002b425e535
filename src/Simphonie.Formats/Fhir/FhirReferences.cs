using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir.Reading;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir;

/// <summary>
/// What references of a message find within it: entries of its Bundle by fullUrl or by type and id, contained resources by <c>#id</c>
/// (http://hl7.org/fhir/R4/bundle.html#references). References by identifier alone name nothing and are left aside.
/// </summary>
public sealed class FhirReferences
{
    private readonly FhirDocument _document;
    private readonly HashSet<string> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> _contained = [];

    private FhirReferences(FhirDocument document)
    {
        _document = document;
        for (var index = 0; index < document.Nodes.Length; index++)
        {
            if (document.Nodes[index].Kind == JsonKind.Object && document.TypeAt(index) is { } type)
            {
                Index(index, type);
            }
        }
    }

    /// <summary>The <c>reference</c> elements that find nothing in the message, absolute ones to other servers included.</summary>
    public static IReadOnlyList<Node> Unresolved(FhirDocument document) => Find(document, static _ => true);

    /// <summary>Of those, the ones that nothing outside of the message could ever answer: <c>urn:uuid:</c> and <c>urn:oid:</c>.</summary>
    internal static IReadOnlyList<Node> Dangling(FhirDocument document) =>
        document.TypeAt(0)?.Name == "Bundle"
            ? Find(document, static reference => reference.StartsWith("urn:uuid:", StringComparison.Ordinal) || reference.StartsWith("urn:oid:", StringComparison.Ordinal))
            : [];

    private static List<Node> Find(FhirDocument document, Func<string, bool> matters)
    {
        var found = new List<Node>();
        FhirReferences? index = null;
        for (var node = 0; node < document.Nodes.Length; node++)
        {
            if (document.Nodes[node].Property < 0 || document.Nodes[node].Kind is not (JsonKind.String or JsonKind.EscapedString))
            {
                continue;
            }

            var property = document.Facts!.Properties[document.Nodes[node].Property];
            if (property.Name == "reference" && document.TypeAt(document.Nodes[node].Parent)?.Name == "Reference" && document.TextOf(document.Nodes[node]) is var reference && matters(reference))
            {
                index ??= new FhirReferences(document);
                if (!index.Resolves(reference, node))
                {
                    found.Add(new Node(document, node));
                }
            }
        }

        return found;
    }

    private void Index(int index, FhirType type)
    {
        var property = _document.Nodes[index].Property;
        if (type.Name == "Bundle.entry")
        {
            if (Text(index, "fullUrl") is { } url)
            {
                _entries.Add(url);
            }
        }
        else if (type.Kind == FhirTypeKind.Resource && property >= 0 && Text(index, "id") is { } id)
        {
            if (_document.Facts!.Properties[property].Name != "contained")
            {
                _entries.Add($"{type.Name}/{id}");
            }
            else if (!_contained.TryGetValue(Container(index), out var ids))
            {
                _contained[Container(index)] = [id];
            }
            else
            {
                ids.Add(id);
            }
        }
    }

    private bool Resolves(string reference, int node)
    {
        if (reference.StartsWith('#'))
        {
            return reference.Length == 1 || (_contained.TryGetValue(Container(node), out var ids) && ids.Contains(reference[1..]));
        }

        var version = reference.IndexOf("/_history/", StringComparison.Ordinal);
        var plain = version < 0 ? reference : reference[..version];
        return _entries.Contains(plain);
    }

    /// <summary>The resource that holds a node and is not contained itself.</summary>
    private int Container(int node)
    {
        for (var current = node; current > 0; current = _document.Nodes[current].Parent)
        {
            var property = _document.Nodes[current].Property;
            if (current != node && _document.Nodes[current].Kind == JsonKind.Object && _document.TypeAt(current) is { Kind: FhirTypeKind.Resource }
                && property >= 0 && _document.Facts!.Properties[property].Name != "contained")
            {
                return current;
            }
        }

        return 0;
    }

    private string? Text(int parent, string name)
    {
        var children = new List<Node>();
        _document.AppendChildren(parent, name, children);
        return children.Count == 1 ? children[0].Value.Text : null;
    }
}
