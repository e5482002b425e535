using System.Diagnostics.CodeAnalysis;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>
/// Reads the usual grammar of structures: <c>MSH EVN [PD1] [{ROL}] {PID [PV1]} (A B) &lt;OBR|RQD&gt;</c>,
/// where brackets are optional, braces repeat, parentheses group and angles are a choice.
/// </summary>
internal ref struct StructureParser
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private StructureParser(ReadOnlySpan<char> text) => _text = text;

    /// <summary>False when brackets do not match or something else stands there; <paramref name="errorAt"/> is then the 0-based offset.</summary>
    public static bool TryParse(string name, ReadOnlySpan<char> text, [NotNullWhen(true)] out Hl7Structure? structure, out int errorAt)
    {
        var parser = new StructureParser(text);
        structure = null;
        var parts = parser.Parts('\0');
        errorAt = parser._at;
        if (parts is null || parser._at != text.Length)
        {
            return false;
        }

        structure = new Hl7Structure(name, parts);
        return true;
    }

    private List<Hl7StructurePart>? Parts(char close)
    {
        var parts = new List<Hl7StructurePart>();
        while (true)
        {
            while (_at < _text.Length && _text[_at] == ' ')
            {
                _at++;
            }

            if (_at == _text.Length)
            {
                return close == '\0' ? parts : null;
            }

            if (_text[_at] == close)
            {
                return parts;
            }

            if (Part() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
    }

    private Hl7StructurePart? Part()
    {
        switch (_text[_at])
        {
            case '[':
                return Enclosed(']') is { } optional ? optional with { Optional = true } : null;
            case '{':
                return Enclosed('}') is { } repeated ? repeated with { Repeats = true } : null;
            case '(':
                return Enclosed(')');
            case '<':
                return Choice();
            default:
                return Segment();
        }
    }

    private Hl7StructurePart? Enclosed(char close)
    {
        _at++;
        var parts = Parts(close);
        if (parts is null or [])
        {
            return null;
        }

        _at++;
        return parts is [var only] ? only : new Hl7StructurePart([], parts, false, false);
    }

    private Hl7StructurePart? Choice()
    {
        var end = _text[_at..].IndexOf('>');
        if (end < 0)
        {
            return null;
        }

        var names = _text.Slice(_at + 1, end - 1).ToString().Split('|');
        _at += end + 1;
        return new Hl7StructurePart(names, [], false, false);
    }

    private Hl7StructurePart? Segment()
    {
        if (_at + 3 > _text.Length || _text.Slice(_at, 3).ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
        {
            return null;
        }

        var name = _text.Slice(_at, 3).ToString();
        _at += 3;
        return new Hl7StructurePart([name], [], false, false);
    }
}
