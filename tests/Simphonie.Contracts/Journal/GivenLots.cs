using System.Text;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

/// <summary>Lots that tests begin with.</summary>
public static class GivenLots
{
    public static readonly LotTotals Most = new(3, 100, 100, 100, 100, 1000, 1000, 1000);

    public static readonly LotGroup Group = new(Given.Establishment, World.Test, "01750", "01", "750", "ace-mco", "b2/cp@2007");

    public static LotAddition Invoice(int number, long amount = 100, string? records = null, LotGroup? group = null, DateTimeOffset? at = null) => new()
    {
        Group = group ?? Group,
        Invoice = new()
        {
            Key = Key(number),
            Scheme = "01",
            Fund = "750",
            Centre = "0000",
            InvoicedOn = new DateOnly(2026, 3, 1),
            Totals = new(1, 4, 1, 2, 1, amount, amount, 0),
        },
        Records = Encoding.ASCII.GetBytes(records ?? $"records of {number}"),
        Most = Most,
        Message = number,
        Handling = number,
        At = at ?? Given.Now,
        ClosesAt = (at ?? Given.Now).AddHours(4),
    };

    public static InvoiceKey Key(int number) => new(Given.Establishment, number.ToString("000000000", System.Globalization.CultureInfo.InvariantCulture), "000100");

    public static LotClosing Closing(long lot, int version, int number, string fileId, long sequence) => new()
    {
        Lot = lot,
        Version = version,
        Series = Group.Series,
        Number = number,
        Date = new(2026, 3, 2),
        FileId = fileId,
        Sequence = sequence,
        At = Given.Now,
        OfAppend = 0,
    };
}
