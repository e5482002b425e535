namespace Simphonie.Journal.Sql;

/// <summary>Writes of what outlives messages: ledger, counts, events, revisions; and of open groups.</summary>
internal static class LedgerSql
{
    public const string Put =
        """
        insert into ledger (establishment, world, kind, key, value, message, at)
        values (@establishment, @world, @kind, @key, @value, @message, @at)
        on conflict (establishment, world, kind, key) do update set value = excluded.value, message = excluded.message, at = excluded.at
        where excluded.message >= ledger.message
        """;

    public const string ForgetCounts =
        "delete from counts where establishment = @establishment and world = @world and kind = @kind and key = @key and at < @since";

    public const string InsertCount =
        "insert into counts (establishment, world, kind, key, at, identity) values (@establishment, @world, @kind, @key, @at, @identity) on conflict do nothing";

    public const string Count =
        "select count(*) from counts where establishment = @establishment and world = @world and kind = @kind and key = @key";

    public const string RaiseEvent =
        """
        insert into events (establishment, world, identity, kind, key, message, handling, at, seen)
        values (@establishment, @world, @identity, @kind, @key, @message, @handling, @at, 1)
        on conflict (establishment, world, identity) do update set seen = events.seen + 1
        """;

    public const string PutRevision =
        "insert into revisions (revision, content, stored_at) values (@revision, @content, @at) on conflict do nothing";

    public const string ActivateRevision =
        "insert into activations (revision, at, activated_by) values (@revision, @at, @by)";

    public const string FindGroup =
        "select id from aggregate_groups where establishment = @establishment and route = @route and group_key = @key and closed_at is null";

    public const string InsertGroup =
        """
        insert into aggregate_groups (establishment, route, group_key, opened_at, closes_at)
        values (@establishment, @route, @key, @at, @closes_at)
        """;

    /// <summary>The earliest closing time that a member asked for holds: a full group is closed by a member that asks for now.</summary>
    public const string HastenGroup = "update aggregate_groups set closes_at = @closes_at where id = @id and closes_at > @closes_at";

    public const string AddMember =
        "insert into aggregate_members (handling, group_id) values (@handling, @group_id) on conflict do nothing";

    public const string CloseGroup = "update aggregate_groups set closed_at = @at where id = @id and closed_at is null";
}
