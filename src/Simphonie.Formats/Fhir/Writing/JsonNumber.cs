namespace Simphonie.Formats.Fhir.Writing;

/// <summary>The grammar of numbers in JSON (RFC 8259, section 6).</summary>
internal static class JsonNumber
{
    public static bool IsOne(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("-"))
        {
            text = text[1..];
        }

        var whole = Digits(text);
        if (whole == 0 || (whole > 1 && text[0] == '0'))
        {
            return false;
        }

        text = text[whole..];
        if (text.StartsWith("."))
        {
            var fraction = Digits(text[1..]);
            if (fraction == 0)
            {
                return false;
            }

            text = text[(fraction + 1)..];
        }

        if (text.StartsWith("e") || text.StartsWith("E"))
        {
            text = text[1..];
            text = text.StartsWith("+") || text.StartsWith("-") ? text[1..] : text;
            return text.Length > 0 && Digits(text) == text.Length;
        }

        return text.IsEmpty;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }
}
