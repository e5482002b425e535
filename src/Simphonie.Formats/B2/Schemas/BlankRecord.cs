using System.Text;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>A record as it is before anything is filled in: spaces for text, zeros for numbers, and what the norm fixes.</summary>
internal static class BlankRecord
{
    public static byte[] Of(FixedRecord record)
    {
        var blank = new byte[B2Schema.RecordLength];
        blank.AsSpan().Fill((byte)' ');
        foreach (var field in record.Fields)
        {
            var bytes = blank.AsSpan(field.Start, field.Length);
            if (field.Type == FieldType.Digits && !field.IsFiller)
            {
                bytes.Fill((byte)'0');
            }

            if (field.Fixed is { } value)
            {
                Encoding.ASCII.GetBytes(value, bytes);
            }
        }

        return blank;
    }
}
