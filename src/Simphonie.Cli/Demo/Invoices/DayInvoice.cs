using System.Globalization;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>One invoice that was sent.</summary>
/// <param name="Entry">What it is a copy of.</param>
/// <param name="Provider">FINESS of the establishment.</param>
/// <param name="Number">Number and complement, 15 digits.</param>
/// <param name="Message">Its message in the journal; 0 when none was kept.</param>
internal sealed record DayInvoice(InvoiceEntry Entry, string Provider, string Number, long Message)
{
    private const int NumberLength = 9;

    /// <summary>Key of the case of a part, <c>amo</c> or <c>amc</c>.</summary>
    public string CaseKey(string part) => string.Create(CultureInfo.InvariantCulture, $"{Provider}/{Number[..NumberLength]}/{Number[NumberLength..]}/{part}");
}
