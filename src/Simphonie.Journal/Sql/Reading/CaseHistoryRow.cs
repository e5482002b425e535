using Simphonie.Core.Journal;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A row of the history of a case.</summary>
internal sealed class CaseHistoryRow
{
    public const string Columns =
        """
        case_id as CaseId, identity as Identity, ordinal as Ordinal, event as Event, at as At, outcome as Outcome, from_state as FromState, to_state as ToState,
            event_values as EventValues, message as Message, cause_code as CauseCode, seen as Seen
        """;

    public long CaseId { get; set; }

    public string Identity { get; set; } = "";

    public long Ordinal { get; set; }

    public string Event { get; set; } = "";

    public long At { get; set; }

    public long Outcome { get; set; }

    public string? FromState { get; set; }

    public string ToState { get; set; } = "";

    public string? EventValues { get; set; }

    public long? Message { get; set; }

    public string? CauseCode { get; set; }

    public long Seen { get; set; }

    public CaseHistory Record() => new()
    {
        Case = CaseId,
        Identity = Identity,
        Ordinal = (int)Ordinal,
        Event = Event,
        At = SqlSource.Time(At),
        Outcome = (CaseOutcome)Outcome,
        From = FromState,
        To = ToState,
        Values = EventValues,
        Message = Message,
        CauseCode = CauseCode,
        Seen = (int)Seen,
    };
}
