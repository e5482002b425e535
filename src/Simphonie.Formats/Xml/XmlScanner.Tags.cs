using System.Buffers;

namespace Simphonie.Formats.Xml;

/// <summary>Start tags: names, attributes, namespaces.</summary>
internal ref partial struct XmlScanner
{
    private static readonly SearchValues<byte> AttributeStop = SearchValues.Create("\"'<&\r\n\t"u8);

    private bool ReadStartTag()
    {
        if (_open < 0 && _count > 0)
        {
            return Fail(XmlCodes.NotWellFormed, "There is a second root element.");
        }

        if (_depth >= _limits.MaxDepth)
        {
            return Fail(XmlCodes.TooDeep, $"Elements nest deeper than {_limits.MaxDepth}.");
        }

        var index = _count;
        var start = _at++;
        if (!ReadName(out var name))
        {
            return false;
        }

        Add(name with { Start = start, Parent = _open });
        if (_open >= 0)
        {
            _entries[_open].Flags |= XmlEntryFlags.HasElements;
        }

        _activeMarks.Add(_active.Count);
        _open = index;
        _depth++;
        return ReadAttributes(index, out var closed) && ResolveNames(index) && Begin(index, closed);
    }

    private bool Begin(int index, bool closed)
    {
        _entries[index].ContentStart = _at;
        if (closed)
        {
            Close(_at, _at);
        }

        return true;
    }

    private bool ReadAttributes(int owner, out bool closed)
    {
        closed = false;
        for (var seen = 0; ; seen++)
        {
            var before = _at;
            SkipSpace();
            if (_at >= _bytes.Length)
            {
                return Fail(XmlCodes.Truncated, "The document ends inside a start tag.");
            }

            if (_bytes[_at] == '>')
            {
                _at++;
                return true;
            }

            if (_bytes[_at] == '/')
            {
                closed = true;
                if (_at + 1 >= _bytes.Length || _bytes[_at + 1] != '>')
                {
                    return Fail(XmlCodes.NotWellFormed, "A slash inside a start tag is not its end.");
                }

                _at += 2;
                return true;
            }

            if (seen == _limits.MaxAttributes)
            {
                return Fail(XmlCodes.TooLarge, $"An element has more than {_limits.MaxAttributes} attributes.");
            }

            if (before == _at)
            {
                return Fail(XmlCodes.NotWellFormed, "Attributes are not separated by white space.");
            }

            if (!ReadAttribute(owner))
            {
                return false;
            }
        }
    }

    private bool ReadAttribute(int owner)
    {
        var start = _at;
        if (!ReadName(out var entry))
        {
            return false;
        }

        SkipSpace();
        if (_at >= _bytes.Length || _bytes[_at] != '=')
        {
            return Fail(XmlCodes.NotWellFormed, "An attribute has no value.");
        }

        _at++;
        SkipSpace();
        if (_at >= _bytes.Length || _bytes[_at] is not ((byte)'"' or (byte)'\''))
        {
            return Fail(XmlCodes.NotWellFormed, "An attribute's value is not quoted.");
        }

        entry.Start = start;
        entry.Parent = owner;
        entry.Flags = XmlEntryFlags.Attribute;
        if (!ReadAttributeValue(ref entry))
        {
            return false;
        }

        entry.End = _at;
        return Declares(entry, out var prefixStart, out var prefixLength)
            ? Declare(owner, entry, prefixStart, prefixLength)
            : Add(entry with { Next = _count + 1 });
    }

    private bool ReadAttributeValue(ref XmlEntry entry)
    {
        var quote = _bytes[_at++];
        entry.ContentStart = _at;
        while (true)
        {
            var stop = _bytes[_at..].IndexOfAny(AttributeStop);
            if (stop < 0)
            {
                return Fail(XmlCodes.Truncated, "An attribute's value does not end.");
            }

            _at += stop;
            var found = _bytes[_at];
            if (found == quote)
            {
                entry.ContentEnd = _at++;
                return true;
            }

            if (found == '<')
            {
                return Fail(XmlCodes.NotWellFormed, "An attribute's value holds a less-than sign.");
            }

            if (found is not ((byte)'"' or (byte)'\''))
            {
                entry.Flags |= XmlEntryFlags.Encoded;
            }

            if (found != '&')
            {
                _at++;
            }
            else if (!SkipReference())
            {
                return false;
            }
        }
    }
}
