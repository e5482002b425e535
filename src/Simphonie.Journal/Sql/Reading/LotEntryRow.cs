using System.Globalization;
using Simphonie.Core.Lots;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>An invoice of a lot as it is read.</summary>
internal sealed class LotEntryRow
{
    public const string Columns =
        """
        id as Id, lot as Lot, provider as Provider, number as Number, complement as Complement, live as Live,
            records as Records, heads as Heads, lines as Lines, sums as Sums, billed as Billed, amo as Amo, amc as Amc,
            invoiced_on as InvoicedOn, message as Message, handling as Handling, at as At
        """;

    public long Id { get; set; }

    public long Lot { get; set; }

    public string Provider { get; set; } = "";

    public string Number { get; set; } = "";

    public string Complement { get; set; } = "";

    public long Live { get; set; }

    public long Records { get; set; }

    public long Heads { get; set; }

    public long Lines { get; set; }

    public long Sums { get; set; }

    public long Billed { get; set; }

    public long Amo { get; set; }

    public long Amc { get; set; }

    public string? InvoicedOn { get; set; }

    public long Message { get; set; }

    public long? Handling { get; set; }

    public long At { get; set; }

    public byte[]? Bytes { get; set; }

    public LotEntry Entry() => new()
    {
        Id = Id,
        Lot = Lot,
        Key = new(Provider, Number, Complement),
        State = Live switch { 2 => LotEntryState.Live, 3 => LotEntryState.Spent, _ => LotEntryState.Left },
        Totals = new(1, (int)Records, (int)Heads, (int)Lines, (int)Sums, Billed, Amo, Amc),
        InvoicedOn = InvoicedOn is null ? null : DateOnly.ParseExact(InvoicedOn, "O", CultureInfo.InvariantCulture),
        Message = Message,
        Handling = Handling,
        At = SqlSource.Time(At),
        Records = Bytes,
    };
}
