using System.Text;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Writing;

/// <summary>Each record as it is before anything is filled in: spaces for text, zeros for numbers, and what the norm fixes.</summary>
internal sealed class RecordTemplates
{
    private readonly byte[][] _templates;

    public RecordTemplates(B2LayoutSet layouts) => _templates = [.. layouts.All.Select(Of)];

    public ReadOnlySpan<byte> this[B2Layout layout] => _templates[layout.Index];

    private static byte[] Of(B2Layout layout)
    {
        var record = new byte[B2Schema.RecordLength];
        record.AsSpan().Fill((byte)' ');
        foreach (var field in layout.Record.Fields)
        {
            var bytes = record.AsSpan(field.Start, field.Length);
            if (field.Type == FieldType.Digits && !field.IsFiller)
            {
                bytes.Fill((byte)'0');
            }

            if (field.Fixed is { } value)
            {
                Encoding.ASCII.GetBytes(value, bytes);
            }
        }

        return record;
    }
}
