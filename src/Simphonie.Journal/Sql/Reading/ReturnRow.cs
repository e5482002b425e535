using Simphonie.Core.Messages;
using Simphonie.Core.Returns;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A return as it is read.</summary>
internal sealed class ReturnRow
{
    public const string Columns =
        """
        id as Id, establishment as Establishment, world as World, identity as Identity, reference as Reference, hash as Hash, format as Format, schema as Schema, process as Process,
            reasons as Reasons, message as Message, status as Status, items as Items, applied as Applied, total as Total, parts as Parts, rejected as Rejected, deferred as Deferred,
            unhandled as Unhandled, copies as Copies, parked as Parked, given_up as GivenUp, answers as Answers, paid as Paid, waiting as Waiting, abandoned as Abandoned, money as Money,
            since_transfer as SinceTransfer, at as At, changed_at as ChangedAt, cause_code as CauseCode, cause_place as CausePlace
        """;

    public long Id { get; set; }

    public string Establishment { get; set; } = "";

    public long World { get; set; }

    public string Identity { get; set; } = "";

    public string Reference { get; set; } = "";

    public byte[] Hash { get; set; } = [];

    public string Format { get; set; } = "";

    public string Schema { get; set; } = "";

    public string Process { get; set; } = "";

    public string? Reasons { get; set; }

    public long Message { get; set; }

    public long Status { get; set; }

    public long Items { get; set; }

    public long Applied { get; set; }

    public long? Total { get; set; }

    public long Parts { get; set; }

    public long Rejected { get; set; }

    public long Deferred { get; set; }

    public long Unhandled { get; set; }

    public long Copies { get; set; }

    public long Parked { get; set; }

    public long GivenUp { get; set; }

    public long Answers { get; set; }

    public long Paid { get; set; }

    public long Waiting { get; set; }

    public long Abandoned { get; set; }

    public long Money { get; set; }

    public long SinceTransfer { get; set; }

    public long At { get; set; }

    public long ChangedAt { get; set; }

    public string? CauseCode { get; set; }

    public string? CausePlace { get; set; }

    public ReturnRecord Record() => new()
    {
        Id = Id,
        Establishment = Establishment,
        World = (World)World,
        Identity = Identity,
        Reference = Reference,
        ContentHash = Hash,
        Format = Format,
        Schema = Schema,
        Process = Process,
        Reasons = Reasons,
        Message = Message,
        Status = (ReturnStatus)Status,
        Items = Items,
        Applied = Applied,
        Total = Total,
        Tally = new(Parts, Rejected, Deferred, Unhandled, Copies, Parked, GivenUp, Answers, Paid, Waiting, Abandoned, Money, SinceTransfer),
        At = SqlSource.Time(At),
        ChangedAt = SqlSource.Time(ChangedAt),
        CauseCode = CauseCode,
        CausePlace = CausePlace,
    };
}
