namespace Simphonie.Journal.Sql;

/// <summary>Writes of handlings and their stages. States below 5 are open: ready, held, waiting, dead, unknown.</summary>
internal static class HandlingSql
{
    public const string AnyOpen =
        "select 1 from handlings where establishment = @establishment and route = @route and key = @key and state < 5 limit 1";

    public const string Insert =
        """
        insert into handlings (message, establishment, route, route_version, revision, key, lane, state, stage, version, now, business_date,
            expires_at, replay_of, subjects, interactive)
        values (@message, @establishment, @route, @route_version, @revision, @key, @lane, @state, @stage, 0, @now, @business_date,
            @expires_at, @replay_of, @subjects, @interactive)
        """;

    public const string Update =
        """
        update handlings set state = @state, stage = @stage, version = version + 1, ended_at = @ended_at,
            cause_code = @cause_code, cause_place = @cause_place, cause_text = @cause_text,
            revision = coalesce(@revision, revision), route_version = coalesce(@route_version, route_version)
        where id = @id and version = @version
        """;

    public const string KeyOf = "select establishment, route, key from handlings where id = @id";

    /// <summary>
    /// The oldest held one (1) of a key that nothing else of the key holds any more. All parts seek by state: thousands may be held behind one;
    /// and by comparisons alone, since a list of states is made a table of its own at each execution.
    /// </summary>
    public const string NextHeld =
        """
        select id, lane, stage from handlings
        where establishment = @establishment and route = @route and key = @key and state < 5 and state = 1
            and not exists (select 1 from handlings
                where establishment = @establishment and route = @route and key = @key and state < 5 and state = 0)
            and not exists (select 1 from handlings
                where establishment = @establishment and route = @route and key = @key and state < 5 and state > 1)
        order by id limit 1
        """;

    public const string Promote = "update handlings set state = 0, version = version + 1 where id = @id";

    public const string InsertStage =
        """
        insert into stages (handling, ordinal, at, steps, failed) values (@handling, @ordinal, @at, @steps, @failed)
        on conflict (handling, ordinal) do update set at = excluded.at, steps = excluded.steps, failed = excluded.failed where stages.failed = 1
        """;

    public const string InsertDocument =
        """
        insert into documents (handling, stage, ordinal, name, format, schema, payload)
        values (@handling, @stage, @ordinal, @name, @format, @schema, @payload)
        """;
}
