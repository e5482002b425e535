namespace Simphonie.Journal.Sql;

/// <summary>Writes of deliveries and attempts. States 0 and 1 (pending, sending) have not ended.</summary>
internal static class DeliverySql
{
    public const string Insert =
        """
        insert into deliveries (handling, stage, ordinal, establishment, world, endpoint, kind, state, peer_identity, created_at, next_at,
            expires_at, attempts, cause_code, cause_place, cause_text, ended_at, resend_of, body, answer)
        values (@handling, @stage, @ordinal, @establishment, @world, @endpoint, @kind, @state, @peer_identity, @created_at, @next_at,
            @expires_at, @attempts, @cause_code, @cause_place, @cause_text, @ended_at, @resend_of, @body, @answer)
        """;

    public const string AnswerOf = "select answer from deliveries where handling = @handling and stage = @stage and ordinal = @ordinal and state < 2";

    public const string RemovePayload = "delete from payloads where id = @id";

    public const string Update =
        """
        update deliveries set state = @state, next_at = @next_at, attempts = @attempts, ended_at = @ended_at,
            cause_code = @cause_code, cause_place = @cause_place, cause_text = @cause_text, answer = coalesce(@answer, answer)
        where handling = @handling and stage = @stage and ordinal = @ordinal and state < 2
        """;

    public const string Reopen =
        """
        update deliveries set state = 0, next_at = @next_at, ended_at = null
        where handling = @handling and stage = @stage and ordinal = @ordinal
        """;

    public const string InsertAttempt =
        """
        insert into attempts (handling, stage, delivery, ordinal, started_at, micros, outcome, cause_code, cause_text)
        values (@handling, @stage, @delivery, @ordinal, @started_at, @micros, @outcome, @cause_code, @cause_text)
        """;
}
