using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Simphonie.Formats.Hl7v2.Acknowledgements;

/// <summary>Reads acknowledgements, and the few header fields that answering needs.</summary>
public static class AcknowledgementReader
{
    /// <summary>MSH-10 of a message; null when it has none.</summary>
    public static string? ControlIdOf(ReadOnlySpan<byte> message) => Text(HeaderView.Of(message).Field(10));

    /// <summary>MSH-15 and MSH-16: the conditions under which the sender wants accept and application acknowledgements.</summary>
    public static (string? Accept, string? Application) ConditionsOf(ReadOnlySpan<byte> message)
    {
        var header = HeaderView.Of(message);
        return (Text(header.Field(15)), Text(header.Field(16)));
    }

    /// <summary>Reads MSA and ERR; false when the bytes have no header or no MSA-1 and MSA-2.</summary>
    public static bool TryRead(ReadOnlySpan<byte> message, [NotNullWhen(true)] out Acknowledgement? acknowledgement)
    {
        acknowledgement = null;
        var header = HeaderView.Of(message);
        if (!header.Exists)
        {
            return false;
        }

        string? code = null;
        string? controlId = null;
        List<string>? errors = null;
        foreach (var range in message.SplitAny("\r\n"u8))
        {
            var segment = message[range];
            if (IsSegment(segment, "MSA"u8, header.Separator))
            {
                code = Text(FieldOf(segment, 1, header.Separator));
                controlId = Text(FieldOf(segment, 2, header.Separator));
            }
            else if (IsSegment(segment, "ERR"u8, header.Separator) && Text(First(FieldOf(segment, 3, header.Separator), header.Component)) is { } error)
            {
                (errors ??= []).Add(error);
            }
        }

        if (code is null || controlId is null)
        {
            return false;
        }

        acknowledgement = new(code, controlId, errors ?? []);
        return true;
    }

    private static bool IsSegment(ReadOnlySpan<byte> segment, ReadOnlySpan<byte> name, byte separator) =>
        segment.Length > 3 && segment.StartsWith(name) && segment[3] == separator;

    private static ReadOnlySpan<byte> FieldOf(ReadOnlySpan<byte> segment, int number, byte separator)
    {
        var rest = segment;
        for (; number > 0; number--)
        {
            var next = rest.IndexOf(separator);
            if (next < 0)
            {
                return default;
            }

            rest = rest[(next + 1)..];
        }

        return First(rest, separator);
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> bytes, byte separator)
    {
        var end = bytes.IndexOf(separator);
        return end < 0 ? bytes : bytes[..end];
    }

    private static string? Text(ReadOnlySpan<byte> field) => field.IsEmpty ? null : Encoding.Latin1.GetString(field);
}
