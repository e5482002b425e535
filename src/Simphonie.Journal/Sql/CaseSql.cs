namespace Simphonie.Journal.Sql;

/// <summary>Writes of business cases.</summary>
internal static class CaseSql
{
    public const string PutDefinition =
        "insert into case_definitions (id, process, version, hash, revision) values (@id, @process, @version, @hash, @revision) on conflict do nothing";

    public const string Insert =
        """
        insert into cases (establishment, world, process, key, definition, opened_at, state, entered_at, holds, fired, next_at, alert, updated_at, ended_at, revision, events)
        values (@establishment, @world, @process, @key, @definition, @opened_at, @state, @entered_at, @holds, @fired, @next_at, @alert, @updated_at, @ended_at, @revision, @events)
        on conflict do nothing
        """;

    public const string Update =
        """
        update cases set state = @state, entered_at = @entered_at, holds = @holds, fired = @fired, next_at = @next_at, alert = @alert, updated_at = @updated_at,
            ended_at = @ended_at, revision = @revision, events = @events
        where id = @id and revision = @expected
        """;

    public const string AddEvent =
        """
        insert into case_events (case_id, identity, ordinal, event, at, outcome, from_state, to_state, event_values, message, cause_code)
        values (@case_id, @identity, @ordinal, @event, @at, @outcome, @from_state, @to_state, @event_values, @message, @cause_code)
        on conflict do nothing
        """;

    public const string SeeEvent = "update case_events set seen = seen + 1 where case_id = @case_id and identity = @identity";

    public const string AddMessage = "insert into case_messages (message, case_id) values (@message, @case_id)";

    public const string AdvanceRaised = "insert into meta (name, value) values ('raised', @position) on conflict (name) do update set value = excluded.value";
}
