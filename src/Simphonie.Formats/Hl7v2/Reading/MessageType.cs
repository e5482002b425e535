using System.Text;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// MSH-9 as it can be read without guessing. <c>ADT^ADT^A28</c> circulates: its trigger event is where the structure belongs, and nothing else has that form.
/// </summary>
/// <param name="Code">MSH-9.1, such as <c>ADT</c>; empty when missing.</param>
/// <param name="Event">The trigger event, such as <c>A01</c>; empty when missing.</param>
/// <param name="Structure">MSH-9.3, such as <c>ADT_A01</c>; empty when missing.</param>
/// <param name="IsMalformed">True when it was not written as the standard says.</param>
public readonly record struct MessageType(string Code, string Event, string Structure, bool IsMalformed)
{
    /// <summary><c>ADT^A01</c>, or the code alone when there is no event.</summary>
    public override string ToString() => Event.Length == 0 ? Code : $"{Code}^{Event}";

    public static MessageType Read(ReadOnlySpan<byte> field, in Hl7Delimiters delimiters)
    {
        var code = Component(field, delimiters, 1);
        var trigger = Component(field, delimiters, 2);
        var structure = Component(field, delimiters, 3);
        if (IsEvent(trigger))
        {
            return new MessageType(Text(code), Text(trigger), Text(structure), !IsCode(code));
        }

        if (IsEvent(structure) && (trigger.IsEmpty || trigger.SequenceEqual(code)))
        {
            return new MessageType(Text(code), Text(structure), "", true);
        }

        // ADT_A01 in place of ADT^A01.
        if (trigger.IsEmpty && code.Length == 7 && code[3] == (byte)'_' && IsCode(code[..3]) && IsEvent(code[4..]))
        {
            return new MessageType(Text(code[..3]), Text(code[4..]), "", true);
        }

        // An acknowledgement may stand without an event.
        return new MessageType(Text(code), Text(trigger), Text(structure), !IsCode(code) || !trigger.IsEmpty || !code.SequenceEqual("ACK"u8));
    }

    private static ReadOnlySpan<byte> Component(ReadOnlySpan<byte> field, in Hl7Delimiters delimiters, int number)
    {
        var offset = Separators.Part(field, delimiters.Component, number - 1, out var length);
        return offset < 0 ? default : field.Slice(offset, length);
    }

    private static bool IsEvent(ReadOnlySpan<byte> text) =>
        text.Length == 3 && char.IsAsciiLetterUpper((char)text[0]) && IsUpperOrDigit(text[1]) && char.IsAsciiDigit((char)text[2]);

    private static bool IsCode(ReadOnlySpan<byte> text) =>
        text.Length == 3 && char.IsAsciiLetterUpper((char)text[0]) && IsUpperOrDigit(text[1]) && IsUpperOrDigit(text[2]);

    private static bool IsUpperOrDigit(byte one) => char.IsAsciiLetterUpper((char)one) || char.IsAsciiDigit((char)one);

    private static string Text(ReadOnlySpan<byte> text) => text switch
    {
        [] => "",
        [(byte)'A', (byte)'D', (byte)'T'] => "ADT",
        { Length: > 20 } => Encoding.Latin1.GetString(text[..20]),
        _ => Encoding.Latin1.GetString(text),
    };
}
