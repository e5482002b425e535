using System.Text;

namespace Simphonie.Formats.Xml;

/// <summary>The index that one pass over the bytes makes: entries in document order. Immutable once scanned.</summary>
internal sealed class XmlTree(ReadOnlyMemory<byte> bytes, XmlEntry[] entries, int count, string[] namespaces, XmlDeclaration[] declarations)
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public int Count { get; } = count;

    public ReadOnlySpan<XmlEntry> Entries => entries.AsSpan(0, Count);

    public ref readonly XmlEntry this[int index] => ref entries[index];

    public ReadOnlySpan<byte> LocalName(int index)
    {
        ref readonly var entry = ref entries[index];
        return Bytes.Span.Slice(entry.NameStart, entry.NameLength);
    }

    public ReadOnlySpan<byte> Prefix(int index)
    {
        ref readonly var entry = ref entries[index];
        return entry.PrefixLength == 0 ? default : Bytes.Span.Slice(entry.NameStart - entry.PrefixLength - 1, entry.PrefixLength);
    }

    public string Namespace(int index) => namespaces[entries[index].Namespace];

    /// <summary>Compares without making a string when the name is ASCII, as nearly all are.</summary>
    public bool HasLocalName(int index, string name)
    {
        var local = LocalName(index);
        return Ascii.IsValid(name) ? Ascii.Equals(local, name) : string.Equals(Encoding.UTF8.GetString(local), name, StringComparison.Ordinal);
    }

    /// <summary>The text of an attribute, or of an element that holds no elements, decoded.</summary>
    public string Text(int index)
    {
        ref readonly var entry = ref entries[index];
        var raw = Bytes.Span[entry.ContentStart..entry.ContentEnd];
        return !entry.Has(XmlEntryFlags.Encoded) ? Encoding.UTF8.GetString(raw) : XmlText.Decode(raw, entry.IsAttribute);
    }

    /// <summary>The declarations in scope of an element, nearest first, with its own.</summary>
    public IEnumerable<(string Prefix, string Namespace, bool Own)> InScope(int index)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var owner = index; owner >= 0; owner = entries[owner].Parent)
        {
            for (var i = 0; i < declarations.Length; i++)
            {
                var declaration = declarations[i];
                if (declaration.Owner != owner)
                {
                    continue;
                }

                var prefix = Encoding.UTF8.GetString(Bytes.Span.Slice(declaration.PrefixStart, declaration.PrefixLength));
                if (seen.Add(prefix))
                {
                    yield return (prefix, namespaces[declaration.Namespace], owner == index);
                }
            }
        }
    }

    /// <summary>The path in the form <c>/Reponse/Droits[2]/@debut</c>; an index only where there are several of the name.</summary>
    public string Path(int index)
    {
        var parts = new List<string>();
        for (var at = index; at >= 0; at = entries[at].Parent)
        {
            parts.Add(Segment(at));
        }

        parts.Reverse();
        return "/" + string.Join('/', parts);
    }

    private string Segment(int index)
    {
        ref readonly var entry = ref entries[index];
        var name = Encoding.UTF8.GetString(LocalName(index));
        if (entry.IsAttribute)
        {
            return "@" + name;
        }

        if (entry.Parent < 0)
        {
            return name;
        }

        int before = 0, total = 0;
        for (var at = entry.Parent + 1; at < entries[entry.Parent].Next; at = entries[at].Next)
        {
            if (!entries[at].IsAttribute && LocalName(at).SequenceEqual(LocalName(index)))
            {
                total++;
                before += at <= index ? 1 : 0;
            }
        }

        return total > 1 ? $"{name}[{before}]" : name;
    }
}
