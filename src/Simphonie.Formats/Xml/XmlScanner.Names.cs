using System.Buffers;
using System.Text;
using System.Xml;

namespace Simphonie.Formats.Xml;

/// <summary>Names and the namespaces that they are in.</summary>
internal ref partial struct XmlScanner
{
    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t\r\n/>=<\"'&?!;"u8);

    private readonly bool Declares(in XmlEntry entry, out int prefixStart, out int prefixLength)
    {
        var local = _bytes.Slice(entry.NameStart, entry.NameLength);
        var plain = entry.PrefixLength == 0;
        var prefixed = entry.PrefixLength == 5 && _bytes.Slice(entry.NameStart - 6, 5).SequenceEqual("xmlns"u8);
        prefixStart = entry.NameStart;
        prefixLength = prefixed ? entry.NameLength : 0;
        return prefixed || (plain && local.SequenceEqual("xmlns"u8));
    }

    private bool Declare(int owner, in XmlEntry entry, int prefixStart, int prefixLength)
    {
        var raw = _bytes[entry.ContentStart..entry.ContentEnd];
        var uri = !entry.Has(XmlEntryFlags.Encoded) ? Encoding.UTF8.GetString(raw) : XmlText.Decode(raw, attribute: true);
        var prefix = _bytes.Slice(prefixStart, prefixLength);
        if (prefixLength > 0 && (uri.Length == 0 || prefix.SequenceEqual("xmlns"u8) || prefix.SequenceEqual("xml"u8) != (uri == _namespaces[1])))
        {
            return Fail(XmlCodes.Namespace, "A namespace declaration is not allowed.");
        }

        if (_active.Count >= _limits.MaxNamespaces)
        {
            return Fail(XmlCodes.TooLarge, $"More than {_limits.MaxNamespaces} namespace declarations are in scope.");
        }

        var index = _namespaces.IndexOf(uri);
        if (index < 0 && _namespaces.Count >= _limits.MaxNamespaces)
        {
            return Fail(XmlCodes.TooLarge, $"The document has more than {_limits.MaxNamespaces} namespaces.");
        }

        if (index < 0)
        {
            index = _namespaces.Count;
            _namespaces.Add(uri);
        }

        for (var i = _activeMarks[^1]; i < _active.Count; i++)
        {
            if (_bytes.Slice(_declarations[_active[i]].PrefixStart, _declarations[_active[i]].PrefixLength).SequenceEqual(prefix))
            {
                return Fail(XmlCodes.NotWellFormed, "A prefix is declared twice on one element.");
            }
        }

        _active.Add(_declarations.Count);
        _declarations.Add(new XmlDeclaration(owner, prefixStart, prefixLength, index));
        return true;
    }

    private bool ResolveNames(int element)
    {
        for (var i = element; i < _count; i++)
        {
            ref var entry = ref _entries[i];
            if (entry.IsAttribute && entry.PrefixLength == 0)
            {
                continue;
            }

            var prefix = _bytes.Slice(Math.Max(0, entry.NameStart - entry.PrefixLength - 1), entry.PrefixLength);
            entry.Namespace = Lookup(prefix);
            if (entry.Namespace < 0)
            {
                entry.Namespace = 0;
                return Fail(XmlCodes.Namespace, "A prefix is not declared.");
            }

            if (entry.IsAttribute && _namespaces[entry.Namespace] == "http://www.w3.org/2001/XMLSchema-instance"
                && _bytes.Slice(entry.NameStart, entry.NameLength).SequenceEqual("nil"u8)
                && _bytes[entry.ContentStart..entry.ContentEnd] is [(byte)'t', ..] or [(byte)'1'])
            {
                _entries[element].Flags |= XmlEntryFlags.Nil;
            }
        }

        for (var i = element + 1; i < _count; i++)
        {
            for (var j = i + 1; j < _count; j++)
            {
                if (_entries[i].Namespace == _entries[j].Namespace
                    && _bytes.Slice(_entries[i].NameStart, _entries[i].NameLength).SequenceEqual(_bytes.Slice(_entries[j].NameStart, _entries[j].NameLength)))
                {
                    return Fail(XmlCodes.NotWellFormed, "An attribute stands twice on one element.");
                }
            }
        }

        return true;
    }

    private readonly int Lookup(ReadOnlySpan<byte> prefix)
    {
        for (var i = _active.Count - 1; i >= 0; i--)
        {
            var declaration = _declarations[_active[i]];
            if (_bytes.Slice(declaration.PrefixStart, declaration.PrefixLength).SequenceEqual(prefix))
            {
                return declaration.Namespace;
            }
        }

        return prefix.IsEmpty ? 0 : prefix.SequenceEqual("xml"u8) ? 1 : -1;
    }

    private bool ReadName(out XmlEntry entry)
    {
        entry = default;
        var rest = _bytes[_at..];
        var length = rest.IndexOfAny(NameEnd);
        if (length < 0)
        {
            return Fail(XmlCodes.Truncated, "The document ends inside a name.");
        }

        if (length > _limits.MaxName)
        {
            return Fail(XmlCodes.TooLarge, $"A name is longer than {_limits.MaxName} bytes.");
        }

        var name = rest[..length];
        var colon = name.IndexOf((byte)':');
        var local = colon < 0 ? name : name[(colon + 1)..];
        if (!IsName(local) || (colon >= 0 && !IsName(name[..colon])))
        {
            return Fail(XmlCodes.NotWellFormed, "A name is not one that XML allows.");
        }

        entry.NameStart = _at + colon + 1;
        entry.NameLength = local.Length;
        entry.PrefixLength = Math.Max(0, colon);
        _at += length;
        return true;
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c >= 0x80)
            {
                return IsOtherName(name);
            }

            var start = c is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_';
            if (!start && (i == 0 || c is not (>= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'.')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOtherName(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        return XmlConvert.IsStartNCNameChar(text[0]) && text.All(XmlConvert.IsNCNameChar);
    }
}
