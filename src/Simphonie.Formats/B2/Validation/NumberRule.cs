using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Validation;

/// <summary>Numbers of lots and invoices: each once in a file, and the invoice's the same in all its records.</summary>
internal sealed class NumberRule
{
    private const int MostLots = 999;
    private const int MostInvoices = MostLots * 999;
    private const long Numbers = 1_000_000_000;

    private readonly FindingSink _findings;
    private readonly FixedField _lotNumber;
    private readonly FixedField _finess;
    private readonly NumberSet _lots = new(MostLots);
    private readonly NumberSet _invoices = new(MostInvoices);
    private readonly byte[] _invoice = new byte[9];
    private bool _known;
    private bool _full;

    public NumberRule(B2LayoutSet layouts, FindingSink findings)
    {
        _findings = findings;
        _lotNumber = Known(layouts, "numeroLot");
        _finess = Known(layouts, "finess");
    }

    public void Accept(B2Layout layout, ReadOnlySpan<byte> record, bool inInvoice)
    {
        if (layout.Type == '1')
        {
            AcceptLot(record);
        }
        else if (layout.Invoice is { } field)
        {
            AcceptInvoice(layout, field, field.In(record), record, inInvoice);
        }
    }

    /// <summary>The number of an invoice whose first record could not be read is not known.</summary>
    public void Forget(B2Layout layout) => _known &= layout.Type != '2' || !layout.IsBase;

    private static FixedField Known(B2LayoutSet layouts, string name) =>
        layouts["1"]?.Record.Field(name) ?? new FixedField { Name = name, Label = name, From = 1, To = 1, Type = FieldType.Digits };

    private void AcceptLot(ReadOnlySpan<byte> record)
    {
        if (!FixedNumber.TryRead(_lotNumber.In(record), out var lot) || lot == 0)
        {
            return; // said where fields are checked
        }

        if (_lots.IsFull)
        {
            TooMany("the file holds more than 999 lots");
        }
        else if (!_lots.Add((FinessOf(record) * 1000) + lot))
        {
            _findings.Field(B2Codes.LotRepeated, _lotNumber, "is that of a lot before");
        }
    }

    private void AcceptInvoice(B2Layout layout, FixedField field, ReadOnlySpan<byte> number, ReadOnlySpan<byte> record, bool inInvoice)
    {
        if (layout.Type != '2' || !layout.IsBase)
        {
            if (inInvoice && _known && !number.SequenceEqual(_invoice))
            {
                _findings.Field(B2Codes.InvoiceNumberDiffers, field, "is not that of the invoice");
            }

            return;
        }

        number.CopyTo(_invoice);
        _known = true;
        if (!FixedNumber.TryRead(number, out var value) || value == 0)
        {
            return; // said where fields are checked
        }

        if (_invoices.IsFull)
        {
            TooMany("the file holds more invoices than 999 lots can");
        }
        else if (!_invoices.Add((FinessOf(record) * Numbers) + value))
        {
            _findings.Field(B2Codes.InvoiceRepeated, field, "is that of an invoice before");
        }
    }

    /// <summary>0 for a number with a letter: lots and invoices of two such establishments are then told apart by number alone.</summary>
    private long FinessOf(ReadOnlySpan<byte> record) => FixedNumber.TryRead(_finess.In(record), out var finess) ? finess : 0;

    private void TooMany(string text)
    {
        if (!_full)
        {
            _full = true;
            _findings.Record(B2Codes.TooMany, text);
        }
    }
}
