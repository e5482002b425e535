using System.Globalization;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A lot as it is read.</summary>
internal sealed class LotRow
{
    public const string Columns =
        """
        id as Id, establishment as Establishment, world as World, recipient as Recipient, scheme as Scheme, fund as Fund, kind as Kind, schema as Schema,
            state as State, version as Version, is_foreign as IsForeign, held as Held, opened_at as OpenedAt, closes_at as ClosesAt,
            invoices as Invoices, records as Records, heads as Heads, lines as Lines, sums as Sums, billed as Billed, amo as Amo, amc as Amc,
            number as Number, lot_date as LotDate, file_id as FileId, message as Message, former as Former, closed_at as ClosedAt, changed_at as ChangedAt, cause as Cause
        """;

    public long Id { get; set; }

    public string Establishment { get; set; } = "";

    public long World { get; set; }

    public string Recipient { get; set; } = "";

    public string Scheme { get; set; } = "";

    public string Fund { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Schema { get; set; } = "";

    public long State { get; set; }

    public long Version { get; set; }

    public long IsForeign { get; set; }

    public long Held { get; set; }

    public long OpenedAt { get; set; }

    public long? ClosesAt { get; set; }

    public long Invoices { get; set; }

    public long Records { get; set; }

    public long Heads { get; set; }

    public long Lines { get; set; }

    public long Sums { get; set; }

    public long Billed { get; set; }

    public long Amo { get; set; }

    public long Amc { get; set; }

    public long? Number { get; set; }

    public string? LotDate { get; set; }

    public string? FileId { get; set; }

    public long? Message { get; set; }

    public long? Former { get; set; }

    public long? ClosedAt { get; set; }

    public long ChangedAt { get; set; }

    public string? Cause { get; set; }

    public LotRecord Record() => new()
    {
        Id = Id,
        Group = new(Establishment, (World)World, Recipient, Scheme, Fund, Kind, Schema),
        State = (LotState)State,
        Version = (int)Version,
        Foreign = IsForeign != 0,
        Held = Held != 0,
        OpenedAt = SqlSource.Time(OpenedAt),
        ClosesAt = SqlSource.Time(ClosesAt),
        Totals = new((int)Invoices, (int)Records, (int)Heads, (int)Lines, (int)Sums, Billed, Amo, Amc),
        Number = (int?)Number,
        Date = LotDate is null ? null : DateOnly.ParseExact(LotDate, "O", CultureInfo.InvariantCulture),
        FileId = FileId,
        Message = Message,
        Former = Former,
        ClosedAt = SqlSource.Time(ClosedAt),
        ChangedAt = SqlSource.Time(ChangedAt),
        Cause = Cause,
    };
}
