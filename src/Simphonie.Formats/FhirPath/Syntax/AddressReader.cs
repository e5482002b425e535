namespace Simphonie.Formats.FhirPath.Syntax;

/// <summary>Recognises an address of HL7 v2 (<c>NAME[n]?-N[r]?(.N(.N)?)?</c>) at a position of a text.</summary>
internal static class AddressReader
{
    /// <summary>True for the name of a segment or data type: two or three capitals and digits, the first a capital.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > 3 || !char.IsAsciiLetterUpper(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    public static bool TryRead(string text, int start, out Address address, out int end)
    {
        address = default;
        end = start;
        var position = start;
        while (position < text.Length && char.IsAsciiLetterOrDigit(text[position]))
        {
            position++;
        }

        var name = text.AsSpan(start, position - start);
        if (!IsName(name))
        {
            return false;
        }

        var occurrence = Bracketed(text, ref position);
        if (position + 1 >= text.Length || text[position] != '-' || !char.IsAsciiDigit(text[position + 1]))
        {
            return false;
        }

        position++;
        var field = Number(text, ref position);
        var repetition = Bracketed(text, ref position);
        var component = Dotted(text, ref position);
        var subComponent = component == 0 ? 0 : Dotted(text, ref position);
        if (occurrence < 0 || field <= 0 || repetition < 0 || component < 0 || subComponent < 0
            || (position < text.Length && (char.IsAsciiLetter(text[position]) || text[position] == '_')))
        {
            return false;
        }

        address = new Address(name.ToString(), occurrence, field, repetition, component, subComponent);
        end = position;
        return true;
    }

    /// <summary>A number in brackets, 0 when there is none; -1 when it is 0 or too large, which no address has.</summary>
    private static int Bracketed(string text, ref int position)
    {
        if (position >= text.Length || text[position] != '[')
        {
            return 0;
        }

        var inside = position + 1;
        if (inside >= text.Length || !char.IsAsciiDigit(text[inside]))
        {
            return 0;
        }

        var number = Number(text, ref inside);
        if (inside >= text.Length || text[inside] != ']')
        {
            return 0;
        }

        position = inside + 1;
        return number == 0 ? -1 : number;
    }

    private static int Dotted(string text, ref int position)
    {
        if (position + 1 >= text.Length || text[position] != '.' || !char.IsAsciiDigit(text[position + 1]))
        {
            return 0;
        }

        position++;
        var number = Number(text, ref position);
        return number == 0 ? -1 : number;
    }

    private static int Number(string text, ref int position)
    {
        var number = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            number = number is >= 0 and < 100_000 ? (number * 10) + (text[position] - '0') : -1;
            position++;
        }

        return number;
    }
}
