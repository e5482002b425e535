using Simphonie.Core.Journal;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A row of work items.</summary>
internal sealed class ItemRow
{
    public long Id { get; set; }

    public string Establishment { get; set; } = "";

    public string Code { get; set; } = "";

    public string What { get; set; } = "";

    public string Why { get; set; } = "";

    public long? Message { get; set; }

    public long? Handling { get; set; }

    public string? Delivery { get; set; }

    public long OpenedAt { get; set; }

    public string? TakenBy { get; set; }

    public long? DoneAt { get; set; }

    public string? DoneBy { get; set; }

    public string? DoneWhy { get; set; }

    public string? Identity { get; set; }

    public long? CaseId { get; set; }

    public WorkItemRecord Record() => new()
    {
        Id = Id,
        Establishment = Establishment,
        Code = Code,
        What = What,
        Why = Why,
        Message = Message,
        Handling = Handling,
        Delivery = Delivery is not null && DeliveryKey.TryParse(Delivery, out var key) ? key : null,
        OpenedAt = SqlSource.Time(OpenedAt),
        TakenBy = TakenBy,
        DoneAt = SqlSource.Time(DoneAt),
        DoneBy = DoneBy,
        DoneWhy = DoneWhy,
        Identity = Identity,
        Case = CaseId,
    };
}
