using Simphonie.Core.Messages;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A row of messages, with its payload or without.</summary>
internal sealed class MessageRow
{
    public const string Columns =
        """
        m.id as Id, m.establishment as Establishment, m.channel as Channel, m.format as Format, m.schema as Schema, m.world as World,
        m.received_at as ReceivedAt, m.state as State, m.type as Type, m.control_id as ControlId, m.duplicate_key as DuplicateKey,
        m.correlation as Correlation, m.acknowledgement as Acknowledgement, m.origin as Origin, m.origin_kind as OriginKind,
        m.revision as Revision, m.findings as Findings, m.length as Length, m.whole_length as WholeLength, m.file_name as FileName, m.peer as Peer
        """;

    public const string PayloadColumns = "p.length as PayloadLength, p.hash as Hash, p.content as Content, p.body as Body";

    public long Id { get; set; }

    public string Establishment { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Format { get; set; } = "";

    public string? Schema { get; set; }

    public long World { get; set; }

    public long ReceivedAt { get; set; }

    public long State { get; set; }

    public string? Type { get; set; }

    public string? ControlId { get; set; }

    public string? DuplicateKey { get; set; }

    public string? Correlation { get; set; }

    public string? Acknowledgement { get; set; }

    public long? Origin { get; set; }

    public string? OriginKind { get; set; }

    public string? Revision { get; set; }

    public string? Findings { get; set; }

    public long Length { get; set; }

    public long? WholeLength { get; set; }

    public string? FileName { get; set; }

    public string? Peer { get; set; }

    public long? PayloadLength { get; set; }

    public byte[]? Hash { get; set; }

    public string? Content { get; set; }

    public byte[]? Body { get; set; }

    public MessageRecord Record(SqlSource source) => new()
    {
        Id = Id,
        Establishment = Establishment,
        Channel = Channel,
        Format = Format,
        Schema = Schema,
        World = (World)World,
        ReceivedAt = SqlSource.Time(ReceivedAt),
        State = (MessageState)State,
        Type = Type,
        ControlId = ControlId,
        DuplicateKey = DuplicateKey,
        Correlation = Correlation,
        Acknowledgement = Acknowledgement,
        Origin = Origin,
        OriginKind = OriginKind,
        Revision = Revision,
        Findings = source.Findings(Findings),
        Length = Length,
        WholeLength = WholeLength,
        FileName = FileName,
        Peer = Peer,
        Payload = source.Payload(PayloadLength, Hash, Content, Body),
    };
}
