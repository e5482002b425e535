namespace Simphonie.Journal.Sql;

/// <summary>Writes of work items, commands and tickets.</summary>
internal static class WorkSql
{
    public const string FindItem = "select id from work_items where establishment = @establishment and identity = @identity";

    public const string InsertItem =
        """
        insert into work_items (establishment, code, what, why, message, handling, delivery, opened_at, identity, case_id)
        values (@establishment, @code, @what, @why, @message, @handling, @delivery, @opened_at, @identity, @case_id)
        """;

    public const string TakeItem = "update work_items set taken_by = @by where id = @id and done_at is null";

    public const string CloseItem = "update work_items set done_at = @at, done_by = @by, done_why = @why where id = @id and done_at is null";

    public const string CloseItemOf =
        "update work_items set done_at = @at, done_by = @by, done_why = @why where establishment = @establishment and identity = @identity and done_at is null";

    public const string RememberCommand =
        "insert into commands (id, what, requested_by, at) values (@id, @what, @by, @at) on conflict do nothing";

    public const string PutTicket =
        """
        insert into tickets (ticket, handling, peer, at) values (@ticket, @handling, @peer, @at)
        on conflict (ticket) do update set handling = excluded.handling, peer = excluded.peer, at = excluded.at
        """;
}
