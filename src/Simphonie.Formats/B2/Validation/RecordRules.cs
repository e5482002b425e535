using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Validation;

/// <summary>All rules of one reading, in the order in which a record meets them.</summary>
internal sealed class RecordRules
{
    private readonly B2Schema _schema;
    private readonly FindingSink _findings;
    private readonly IB2Visitor? _visitor;
    private readonly B2Extent _extent;
    private readonly FieldRule _fields;
    private readonly HeadRule _heads;
    private readonly OrderRule _order;
    private readonly NumberRule _numbers;
    private readonly TotalRule _totals;
    private bool _saidSeparators;

    public RecordRules(B2Schema schema, FindingSink findings, B2Extent extent, IB2Visitor? visitor)
    {
        _schema = schema;
        _findings = findings;
        _visitor = visitor;
        _extent = extent;
        _fields = new(findings);
        _heads = new(schema, findings);
        _order = new(findings, extent);
        _numbers = new(schema.Layouts, findings);
        _totals = new(schema.Totals, findings);
    }

    /// <summary>Takes the record at a place of the window and returns how many bytes it took, which may differ from its slice when a record is too short or too long.</summary>
    public int Accept(ReadOnlySpan<byte> window, int at, RecordSlice slice, bool isSeparated, bool isLast)
    {
        var record = window.Slice(at, slice.Length);
        if (slice.Length == B2Schema.RecordLength && _schema.Layouts.Of(record, _heads.IsCp) is { } layout && _fields.Passes(layout, record))
        {
            _findings.Number++;
            Follow(layout, record);
            return slice.Used;
        }

        if (!isSeparated && Reframed(window, at) is { } length)
        {
            return length;
        }

        _findings.Number++;
        AcceptBad(record, cutOff: isLast && at + slice.Length == window.Length && slice.Length < B2Schema.RecordLength);
        return slice.Used;
    }

    public void OddSeparator(long offset)
    {
        if (!_saidSeparators)
        {
            _saidSeparators = true;
            _findings.Add(Diagnostic.Of(B2Codes.OddSeparator, FixedWidth.FixedPlace.Of(_findings.Number, offset), "what stands behind this record is not what stands behind the others"));
        }
    }

    public void Complete(B2Extent extent)
    {
        if (extent == B2Extent.File && !_order.HasTrailer)
        {
            _findings.Record(B2Codes.NoTrailer, _findings.Number == 0 ? "there are no records" : "the file ends without a record 999");
        }
    }

    private void Follow(B2Layout layout, ReadOnlySpan<byte> record)
    {
        if (_findings.Number == 1 && _extent == B2Extent.File && layout.Type != '0')
        {
            _findings.Record(B2Codes.NotB2, "the file does not begin with a record 000");
        }

        _heads.Accept(layout, record);
        _order.Accept(layout);
        _numbers.Accept(layout, record, _order.InInvoice || layout.Type == '5');
        _totals.Accept(layout, record);
        _visitor?.Visit(new B2Record { Number = _findings.Number, Offset = _findings.Offset, Layout = layout, Bytes = record });
    }

    private void AcceptBad(ReadOnlySpan<byte> record, bool cutOff)
    {
        if (record.Length != B2Schema.RecordLength)
        {
            _findings.Record(cutOff ? B2Codes.Truncated : B2Codes.RecordLength, Lengths(record.Length));
            AcceptUnreadable(record);
        }
        else if (_schema.Layouts.Of(record, _heads.IsCp) is { } layout)
        {
            _fields.Find(layout, record);
            Follow(layout, record);
        }
        else
        {
            _findings.Record(_findings.Number == 1 && _extent == B2Extent.File ? B2Codes.NotB2 : B2Codes.UnknownRecord, "the record is of no known type");
            AcceptUnreadable(record);
        }
    }

    /// <summary>A record whose fields cannot be trusted still opens or closes what its type says, and counts.</summary>
    private void AcceptUnreadable(ReadOnlySpan<byte> record)
    {
        if (_schema.Layouts.Of(record, _heads.IsCp) is { } layout)
        {
            _order.Accept(layout);
            _heads.Forget(layout);
            _numbers.Forget(layout);
        }

        _totals.AcceptUnreadable(record.IsEmpty ? (byte)'0' : record[0]);
        _visitor?.Visit(new B2Record { Number = _findings.Number, Offset = _findings.Offset, Layout = null, Bytes = record });
    }

    /// <summary>
    /// Without separators a missing or additional character moves all records behind it. Where the next record really begins tells which one has another length:
    /// the one before, when this one begins elsewhere, else this one. Null when all stand where they should.
    /// </summary>
    private int? Reframed(ReadOnlySpan<byte> window, int at)
    {
        var finess = _heads.Finess;
        if (finess.IsEmpty)
        {
            return null;
        }

        if (!FrameSearch.IsAligned(window, at, finess))
        {
            if (_findings.Number == 0 || FrameSearch.Nearest(window, at, finess) is not { } start)
            {
                return null;
            }

            var length = B2Schema.RecordLength + start - at;
            _findings.Add(Diagnostic.Of(B2Codes.RecordLength, FixedWidth.FixedPlace.Of(_findings.Number, _findings.Offset - B2Schema.RecordLength), Lengths(length)));
            return start - at;
        }

        var next = at + B2Schema.RecordLength;
        if (FrameSearch.IsAligned(window, next, finess) || FrameSearch.Nearest(window, next, finess) is not { } end)
        {
            return null;
        }

        _findings.Number++;
        _findings.Record(B2Codes.RecordLength, Lengths(end - at));
        AcceptUnreadable(window[at..end]);
        return end - at;
    }

    private static string Lengths(int length) =>
        string.Create(CultureInfo.InvariantCulture, $"the record has {length} characters instead of {B2Schema.RecordLength}");
}
