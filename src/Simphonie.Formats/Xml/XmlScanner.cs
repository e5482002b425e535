using System.Runtime.CompilerServices;
using System.Text;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Xml;

/// <summary>
/// Reads XML 1.0 with namespaces from UTF-8 in one pass. No document type, no entities but the five predefined, bounded depth and attributes.
/// It stops at the first error and closes what is open there, so that what came before can still be read.
/// </summary>
internal ref partial struct XmlScanner
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly XmlLimits _limits;
    private readonly DiagnosticBag _findings;
    private readonly List<string> _namespaces;
    private readonly List<XmlDeclaration> _declarations;
    private readonly List<int> _active;
    private readonly List<int> _activeMarks;
    private XmlEntry[] _entries;
    private int _count;
    private int _at;
    private int _open;
    private int _depth;

    public XmlScanner(ReadOnlySpan<byte> bytes, XmlLimits limits, DiagnosticBag findings)
    {
        _bytes = bytes;
        _limits = limits;
        _findings = findings;
        _namespaces = ["", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"];
        _declarations = [];
        _active = [];
        _activeMarks = [];
        _entries = new XmlEntry[Math.Max(8, Math.Min(bytes.Length / 32, 1 << 16))];
        _open = -1;
    }

    public static XmlTree Scan(ReadOnlyMemory<byte> bytes, XmlLimits limits, DiagnosticBag findings)
    {
        var scanner = new XmlScanner(bytes.Span, limits, findings);
        scanner.Run();
        return new XmlTree(bytes, scanner._entries, scanner._count, [.. scanner._namespaces], [.. scanner._declarations]);
    }

    private void Run()
    {
        var whole = SkipProlog() && ReadContent();
        while (_open >= 0)
        {
            Close(_at, _at);
        }

        if (whole && _count == 0)
        {
            Fail(XmlCodes.NotWellFormed, "There is no root element.");
        }

        if (_count == 0)
        {
            _entries[_count++] = new XmlEntry { Parent = -1, Next = 1 };
        }
    }

    private bool SkipProlog()
    {
        if (_bytes.StartsWith("\uFEFF"u8))
        {
            _at = 3;
        }

        if (_bytes[_at..].StartsWith("<?xml"u8) && _at + 5 < _bytes.Length && IsSpace(_bytes[_at + 5]))
        {
            var end = _bytes[_at..].IndexOf("?>"u8);
            if (end < 0)
            {
                return Fail(XmlCodes.Truncated, "The XML declaration does not end.");
            }

            _at += end + 2;
        }

        return true;
    }

    private bool ReadContent()
    {
        while (_at < _bytes.Length)
        {
            if (_bytes[_at] == '<')
            {
                if (!ReadMarkup())
                {
                    return false;
                }
            }
            else if (!ReadText())
            {
                return false;
            }
        }

        return _open < 0 || Fail(XmlCodes.Truncated, "The document ends inside an element.");
    }

    private bool ReadMarkup()
    {
        var rest = _bytes[_at..];
        if (rest.Length < 2)
        {
            return Fail(XmlCodes.Truncated, "The document ends inside markup.");
        }

        switch (rest[1])
        {
            case (byte)'/':
                return ReadEndTag();
            case (byte)'?':
                // a target named xml is reserved: a declaration that is not at the start
                return rest.Length > 5 && rest[2..5].SequenceEqual("xml"u8) && (IsSpace(rest[5]) || rest[5] == '?')
                    ? Fail(XmlCodes.NotWellFormed, "An XML declaration stands inside the document.")
                    : SkipTo("?>"u8, 2);
            case (byte)'!':
                return ReadDeclaration(rest);
            default:
                return ReadStartTag();
        }
    }

    private bool ReadDeclaration(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("<!--"u8))
        {
            var end = rest[4..].IndexOf("--"u8);
            if (end < 0 || 4 + end + 2 >= rest.Length)
            {
                return Fail(XmlCodes.Truncated, "A comment does not end.");
            }

            if (rest[4 + end + 2] != '>')
            {
                return Fail(XmlCodes.NotWellFormed, "A comment holds two hyphens.");
            }

            MarkEncoded();
            _at += end + 7;
            return true;
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            if (_open < 0)
            {
                return Fail(XmlCodes.NotWellFormed, "A CDATA section stands outside the root element.");
            }

            _entries[_open].Flags |= XmlEntryFlags.HasText;
            return SkipTo("]]>"u8, 9);
        }

        return rest.StartsWith("<!DOCTYPE"u8)
            ? Fail(XmlCodes.DocumentType, "A document type declaration is not read.")
            : Fail(XmlCodes.NotWellFormed, "Markup that begins with <! is not known here.");
    }

    private bool SkipTo(ReadOnlySpan<byte> terminator, int from)
    {
        var end = _bytes[(_at + from)..].IndexOf(terminator);
        if (end < 0)
        {
            return Fail(XmlCodes.Truncated, "A section of markup does not end.");
        }

        MarkEncoded();
        _at += from + end + terminator.Length;
        return true;
    }

    private bool ReadEndTag()
    {
        if (_open < 0)
        {
            return Fail(XmlCodes.NotWellFormed, "An end tag has no start.");
        }

        ref readonly var entry = ref _entries[_open];
        var nameStart = entry.NameStart - (entry.PrefixLength == 0 ? 0 : entry.PrefixLength + 1);
        var name = _bytes[nameStart..(entry.NameStart + entry.NameLength)];
        var start = _at;
        _at += 2;
        if (!_bytes[_at..].StartsWith(name))
        {
            return Fail(XmlCodes.NotWellFormed, "An end tag does not fit the element that is open.");
        }

        _at += name.Length;
        SkipSpace();
        if (_at >= _bytes.Length || _bytes[_at] != '>')
        {
            return Fail(XmlCodes.NotWellFormed, "An end tag does not fit the element that is open.");
        }

        _at++;
        Close(start, _at);
        return true;
    }

    private void Close(int contentEnd, int end)
    {
        ref var entry = ref _entries[_open];
        entry.ContentStart = entry.ContentStart == 0 ? contentEnd : entry.ContentStart;
        entry.ContentEnd = Math.Max(contentEnd, entry.ContentStart);
        entry.End = end;
        entry.Next = _count;
        var mark = _activeMarks[^1];
        _activeMarks.RemoveAt(_activeMarks.Count - 1);
        _active.RemoveRange(mark, _active.Count - mark);
        _open = entry.Parent;
        _depth--;
    }

    private bool Add(in XmlEntry entry)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count++] = entry;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _bytes.Length && IsSpace(_bytes[_at]))
        {
            _at++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private readonly bool Fail(DiagnosticCode code, string text)
    {
        _findings.Add(code, PlaceHere(), text);
        return false;
    }

    private readonly Place PlaceHere()
    {
        var path = new StringBuilder();
        for (var at = _open; at >= 0; at = _entries[at].Parent)
        {
            path.Insert(0, "/" + Encoding.UTF8.GetString(_bytes.Slice(_entries[at].NameStart, _entries[at].NameLength)));
        }

        var line = _bytes[..Math.Min(_at, _bytes.Length)].Count((byte)'\n') + 1;
        return new Place(null, line, 0, path.Length == 0 ? "/" : path.ToString(), _at);
    }
}
