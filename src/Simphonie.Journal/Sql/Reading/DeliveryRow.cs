using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A row of deliveries, with body and answer or without.</summary>
internal sealed class DeliveryRow
{
    public const string Columns =
        """
        d.handling as Handling, d.stage as Stage, d.ordinal as Ordinal, d.establishment as Establishment, d.world as World,
        d.endpoint as Endpoint, d.kind as Kind, d.state as State, d.peer_identity as PeerIdentity, d.created_at as CreatedAt,
        d.next_at as NextAt, d.expires_at as ExpiresAt, d.attempts as Attempts, d.cause_code as CauseCode, d.cause_place as CausePlace,
        d.cause_text as CauseText, d.ended_at as EndedAt, d.resend_of as ResendOf
        """;

    public const string PayloadColumns =
        """
        b.length as BodyLength, b.hash as BodyHash, b.content as BodyContent, b.body as Body,
        a.length as AnswerLength, a.hash as AnswerHash, a.content as AnswerContent, a.body as Answer
        """;

    public long Handling { get; set; }

    public int Stage { get; set; }

    public int Ordinal { get; set; }

    public string Establishment { get; set; } = "";

    public long World { get; set; }

    public string Endpoint { get; set; } = "";

    public string Kind { get; set; } = "";

    public long State { get; set; }

    public string PeerIdentity { get; set; } = "";

    public long CreatedAt { get; set; }

    public long? NextAt { get; set; }

    public long? ExpiresAt { get; set; }

    public int Attempts { get; set; }

    public string? CauseCode { get; set; }

    public string? CausePlace { get; set; }

    public string? CauseText { get; set; }

    public long? EndedAt { get; set; }

    public string? ResendOf { get; set; }

    public long? BodyLength { get; set; }

    public byte[]? BodyHash { get; set; }

    public string? BodyContent { get; set; }

    public byte[]? Body { get; set; }

    public long? AnswerLength { get; set; }

    public byte[]? AnswerHash { get; set; }

    public string? AnswerContent { get; set; }

    public byte[]? Answer { get; set; }

    public DeliveryRecord Record(SqlSource source) => new()
    {
        Key = new(Handling, Stage, Ordinal),
        Establishment = Establishment,
        World = (World)World,
        Endpoint = Endpoint,
        Kind = Kind,
        State = (DeliveryState)State,
        PeerIdentity = PeerIdentity,
        CreatedAt = SqlSource.Time(CreatedAt),
        NextAt = SqlSource.Time(NextAt),
        ExpiresAt = SqlSource.Time(ExpiresAt),
        Attempts = Attempts,
        CauseCode = CauseCode,
        CausePlace = CausePlace,
        CauseText = CauseText,
        EndedAt = SqlSource.Time(EndedAt),
        Body = source.Payload(BodyLength, BodyHash, BodyContent, Body),
        Answer = source.Payload(AnswerLength, AnswerHash, AnswerContent, Answer),
        ResendOf = ResendOf is not null && DeliveryKey.TryParse(ResendOf, out var key) ? key : null,
    };
}
