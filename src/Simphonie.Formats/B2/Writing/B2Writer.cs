using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Writing;

/// <summary>
/// Writes a file of any length record by record, in constant memory: <see cref="Begin"/>, fields, <see cref="End"/>.
/// Counts, totals and what records 6 and 999 repeat are filled in; all else is the caller's. Not thread-safe.
/// </summary>
public sealed class B2Writer
{
    private readonly B2Schema _schema;
    private readonly IBufferWriter<byte> _output;
    private readonly TotalFiller _totals;
    private readonly byte[] _separator;
    private readonly byte[] _record = new byte[B2Schema.RecordLength];
    private readonly List<(FixedField, DiagnosticCode)> _problems = [];
    private B2Layout? _layout;

    /// <param name="schema">Layouts to write.</param>
    /// <param name="output">Where to.</param>
    /// <param name="separator">What stands behind each record: nothing, CR, LF or CRLF.</param>
    public B2Writer(B2Schema schema, IBufferWriter<byte> output, string separator = "")
    {
        _schema = schema;
        _output = output;
        _totals = new(schema);
        _separator = Encoding.ASCII.GetBytes(separator);
    }

    /// <summary>Begins a record with what the norm fixes, spaces for text and zeros for numbers.</summary>
    public void Begin(B2Layout layout)
    {
        _layout = layout;
        layout.Blank.Span.CopyTo(_record);
    }

    /// <summary>Writes any value; null, or the code that says why it cannot be.</summary>
    public DiagnosticCode? Set(FixedField field, Value value) => FieldText.Write(field, value, _schema.Characters, _record);

    /// <summary>Writes a whole number or an amount in the field's smallest unit; false when it does not fit.</summary>
    public bool Number(FixedField field, long number) => number >= 0 && FixedNumber.TryWrite(number, _record.AsSpan(field.Start, field.Length));

    /// <summary>Writes printable ASCII to the left of a field that is blank; false when it does not fit.</summary>
    public bool Ascii(FixedField field, ReadOnlySpan<byte> text)
    {
        if (text.Length > field.Length)
        {
            return false;
        }

        text.CopyTo(_record.AsSpan(field.Start));
        return true;
    }

    /// <summary>Writes a day.</summary>
    public void Day(FixedField field, DateOnly day) =>
        FixedNumber.TryWrite((((day.Year % 100 * 100) + day.Month) * 100) + day.Day, _record.AsSpan(field.Start, FixedDate.Length));

    /// <summary>Fills counts and totals in and writes the record. Null, or the total that does not fit: nothing was written then.</summary>
    public FixedField? End()
    {
        if (_layout is not { } layout)
        {
            return null;
        }

        _problems.Clear();
        _totals.Fill(layout, _record, null, _problems);
        _layout = null;
        if (_problems is [var (field, _), ..])
        {
            return field;
        }

        Put(_record);
        return null;
    }

    /// <summary>Writes records that are complete, byte for byte but for their separators, and counts them.</summary>
    public void Copy(ReadOnlySpan<byte> records, bool cp)
    {
        var splitter = new Reading.RecordSplitter();
        for (var at = 0; at < records.Length;)
        {
            var slice = splitter.Next(records[at..]);
            var record = records.Slice(at, slice.Length);
            if (record.Length == B2Schema.RecordLength && _schema.Layouts.Of(record, cp) is { } layout)
            {
                record.CopyTo(_record);
                _totals.Fill(layout, _record, static _ => true, _problems);
            }

            if (record.Length > 0)
            {
                Put(record);
            }

            at += slice.Used;
        }
    }

    private void Put(ReadOnlySpan<byte> record)
    {
        _output.Write(record);
        _output.Write(_separator);
    }
}
