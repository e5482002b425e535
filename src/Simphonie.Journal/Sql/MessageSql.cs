namespace Simphonie.Journal.Sql;

/// <summary>Writes of messages, in the SQL that SQLite and PostgreSQL share.</summary>
internal static class MessageSql
{
    public const string InsertPayload =
        "insert into payloads (length, hash, content, body) values (@length, @hash, @content, @body)";

    public const string InsertMessage =
        """
        insert into messages (establishment, channel, format, schema, world, received_at, state, type, control_id, duplicate_key, correlation,
            acknowledgement, origin, origin_kind, findings, length, whole_length, file_name, peer, payload, revision)
        values (@establishment, @channel, @format, @schema, @world, @received_at, @state, @type, @control_id, @duplicate_key, @correlation,
            @acknowledgement, @origin, @origin_kind, @findings, @length, @whole_length, @file_name, @peer, @payload, @revision)
        """;

    public const string InsertKey =
        "insert into business_keys (name, value, establishment, message) values (@name, @value, @establishment, @message) on conflict do nothing";

    public const string FindDuplicate =
        "select message, hash, at from duplicates where establishment = @establishment and key = @key";

    public const string FirstAcknowledgement = "select acknowledgement from messages where id = @message";

    public const string RememberDuplicate =
        """
        insert into duplicates (establishment, key, message, hash, at) values (@establishment, @key, @message, @hash, @at)
        on conflict (establishment, key) do update set message = excluded.message, hash = excluded.hash, at = excluded.at
        """;

    public const string SetState = "update messages set state = @state, revision = coalesce(@revision, revision) where id between @from and @to";

    public const string AdvanceSequencer =
        """
        insert into meta (name, value) values ('sequencer', @position)
        on conflict (name) do update set value = excluded.value where meta.value < excluded.value
        """;
}
