using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Validation;

/// <summary>The order of records: 000, lots of 1, invoices and 6, 999; invoices of 2, complements, lines and 5.</summary>
internal sealed class OrderRule
{
    private readonly FindingSink _findings;
    private bool _header;
    private bool _trailer;
    private bool _lot;
    private bool _lotFilled;
    private bool _invoice;
    private char _line;

    public OrderRule(FindingSink findings, B2Extent extent)
    {
        _findings = findings;
        _header = extent != B2Extent.File;
        _lot = extent == B2Extent.Invoice;
    }

    /// <summary>True when a record of this type belongs to an invoice that is open.</summary>
    public bool InInvoice => _invoice;

    public bool HasTrailer => _trailer;

    public void Accept(B2Layout layout)
    {
        if (_trailer && layout.Type != '0')
        {
            _findings.Record(B2Codes.AfterTrailer, "the record stands behind the end of the file");
        }

        switch (layout.Type)
        {
            case '0':
                Expect(!_lot, layout, "stands inside of a lot that has no record 6");
                if (_header)
                {
                    _findings.Record(B2Codes.SecondHeader, "the file has begun before");
                }

                (_header, _trailer, _lot, _invoice) = (true, false, false, false);
                break;
            case '1':
                Expect(_header && !_lot, layout, _header ? "begins a lot while the one before it has no record 6" : "stands before record 000");
                (_lot, _lotFilled, _invoice) = (true, false, false);
                break;
            case '6':
                Expect(_lot && !_invoice, layout, _lot ? "ends a lot while an invoice has no record 5" : "ends a lot that did not begin");
                Expect(!_lot || _lotFilled, layout, "ends a lot without an invoice");
                (_lot, _invoice) = (false, false);
                break;
            case '9':
                Expect(_header && !_lot, layout, _header ? "ends the file while a lot has no record 6" : "stands before record 000");
                (_trailer, _lot, _invoice) = (true, false, false);
                break;
            default:
                InvoiceRecord(layout);
                break;
        }
    }

    private void InvoiceRecord(B2Layout layout)
    {
        switch (layout.Type)
        {
            case '2' when layout.IsBase:
                Expect(_lot && !_invoice, layout, _lot ? "begins an invoice while the one before it has no record 5" : "begins an invoice outside of a lot");
                (_invoice, _lotFilled, _line) = (true, true, '\0');
                break;
            case '2':
                Expect(_invoice && _line == '\0', layout, _invoice ? "stands behind the lines of its invoice" : "stands outside of an invoice");
                break;
            case '5':
                Expect(_invoice, layout, "ends an invoice that did not begin");
                Expect(!_invoice || _line != '\0', layout, "ends an invoice without a line");
                _invoice = false;
                break;
            case var type when layout.IsBase:
                Expect(_invoice, layout, "stands outside of an invoice");
                _line = type;
                break;
            default:
                Expect(_invoice && _line == layout.Type, layout, "stands behind no line of its type");
                break;
        }
    }

    private void Expect(bool holds, B2Layout layout, string otherwise)
    {
        if (!holds)
        {
            _findings.Record(B2Codes.OutOfOrder, $"record {layout.Name} {otherwise}");
        }
    }
}
