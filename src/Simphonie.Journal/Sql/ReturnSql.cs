namespace Simphonie.Journal.Sql;

/// <summary>Writes of returns. Status are the integers of <c>ReturnStatus</c>, states of parked parts those of <c>ParkedState</c>.</summary>
internal static class ReturnSql
{
    /// <summary>The return of the message, or another one of its identity that was or is being applied.</summary>
    public const string Find =
        """
        select message from returns where message = @message
        union all
        select message from returns where establishment = @establishment and world = @world and identity = @identity and status in (0, 1, 5)
        limit 1
        """;

    public const string Insert =
        """
        insert into returns (establishment, world, identity, reference, hash, format, schema, process, reasons, message, status, items, total, cause_code, cause_place, at, changed_at,
            applied, parts, rejected, deferred, unhandled, copies, parked, given_up, answers, paid, waiting, abandoned, money, since_transfer)
        values (@establishment, @world, @identity, @reference, @hash, @format, @schema, @process, @reasons, @message, @status, @items, @total, @cause_code, @cause_place, @at, @at,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        """;

    /// <summary>What was decided about parked parts meanwhile has moved counts of its own: only what the commit adds is added.</summary>
    public const string Advance =
        """
        update returns set applied = @to, status = @status, changed_at = @at, cause_code = coalesce(@cause_code, cause_code),
            parts = parts + @parts, rejected = rejected + @rejected, deferred = deferred + @deferred, unhandled = unhandled + @unhandled, copies = copies + @copies,
            parked = parked + @parked, given_up = given_up + @given_up, answers = answers + @answers,
            paid = paid + @paid, waiting = waiting + @waiting, abandoned = abandoned + @abandoned, money = money + @money, since_transfer = @since_transfer
        where id = @return and applied = @from and status = 0
        """;

    public const string KeepMoney =
        """
        insert into return_money (return, ordinal, kind, reference, amount, sum, accounted_on)
        values (@return, @ordinal, @kind, @reference, @amount, @sum, @accounted_on)
        """;

    public const string KeepRejection =
        """
        insert into return_rejections (return, ordinal, at_part, case_key, code, label, level, debtor, line, family)
        select @return, @ordinal, (select count(*) from return_rejections where return = @return and ordinal = @ordinal), @case_key, @code, @label, @level, @debtor, @line, @family
        """;

    public const string Park =
        """
        insert into return_parked (return, ordinal, message, establishment, world, process, case_key, identity, place, payee, payer, invoice, complement, lot, lot_date, debtor, repetition,
            asked, said, paid, insured, transfer, accounted_on, amc, rejections, cause_code, retries, state, at)
        values (@return, @ordinal, @message, @establishment, @world, @process, @case_key, @identity, @place, @payee, @payer, @invoice, @complement, @lot, @lot_date, @debtor, @repetition,
            @asked, @said, @paid, @insured, @transfer, @accounted_on, @amc, @rejections, @cause_code, @retries, 0, @at)
        """;

    public const string Decide =
        """
        update return_parked set state = @state, decided_by = @by, why = @why, decided_at = @at
        where id = @id and state = 0
        returning return, paid, said
        """;

    /// <summary>Said: 1 paid, 2 rejected, 3 deferred.</summary>
    public const string CountApplied =
        """
        update returns set parked = parked - 1, waiting = waiting - @paid, paid = paid + @paid, parts = parts + 1,
            rejected = rejected + (@said = 2), deferred = deferred + (@said = 3)
        where id = @return
        """;

    public const string CountGivenUp =
        "update returns set parked = parked - 1, waiting = waiting - @paid, given_up = given_up + 1, abandoned = abandoned + @paid where id = @return";
}
