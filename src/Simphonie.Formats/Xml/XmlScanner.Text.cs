using System.Buffers;

namespace Simphonie.Formats.Xml;

/// <summary>Text between tags, and references in it.</summary>
internal ref partial struct XmlScanner
{
    private static readonly SearchValues<byte> TextStop = SearchValues.Create("<&]\r"u8);

    private readonly void MarkEncoded()
    {
        if (_open >= 0)
        {
            _entries[_open].Flags |= XmlEntryFlags.Encoded;
        }
    }

    private bool ReadText()
    {
        var rest = _bytes[_at..];
        var stop = rest.IndexOfAny(TextStop);
        var run = stop < 0 ? rest : rest[..stop];
        if (run.ContainsAnyExcept(" \t\r\n"u8) || (stop >= 0 && rest[stop] is (byte)'&' or (byte)']'))
        {
            if (_open < 0)
            {
                return Fail(XmlCodes.NotWellFormed, "Text stands outside the root element.");
            }

            _entries[_open].Flags |= XmlEntryFlags.HasText;
        }

        _at += run.Length;
        if (stop < 0 || _bytes[_at] == '<')
        {
            return true;
        }

        MarkEncoded();
        if (_bytes[_at] == '&')
        {
            return SkipReference();
        }

        if (_bytes[_at..].StartsWith("]]>"u8))
        {
            return Fail(XmlCodes.NotWellFormed, "Text holds the end of a CDATA section.");
        }

        _at++;
        return true;
    }

    private bool SkipReference()
    {
        if (!XmlText.TryReadReference(_bytes[_at..], out _, out var length))
        {
            return Fail(XmlCodes.Entity, "A reference is neither to a predefined entity nor to an allowed character.");
        }

        _at += length;
        return true;
    }
}
