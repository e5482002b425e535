namespace Simphonie.Journal.Sql;

/// <summary>
/// Writes of the book of lots. Lot states are the integers of <c>LotState</c>: 0 open, 1 ready, 2 to 4 with the recipient, 5 and 6 recast, 7 settled.
/// Rows of invoices: 0 history, 1 on the way to another lot within a commit, 2 live, 3 spent: its case has ended at the recipient.
/// A partial index serves a statement that repeats its condition word for word: <c>live &gt; 1 and live = 2</c> is sought, <c>live = 2</c> alone is a scan of all.
/// </summary>
internal static class LotSql
{
    public const string FindLive =
        """
        select lot, bytes from lot_invoices
        where establishment = @establishment and world = @world and provider = @provider and number = @number and complement = @complement and live > 1
        """;

    public const string FindOpen =
        """
        select id, invoices, records, heads, lines, sums, billed, amo, amc from lots
        where establishment = @establishment and world = @world and recipient = @recipient and scheme = @scheme and fund = @fund and kind = @kind and schema = @schema and state = 0
        """;

    public const string InsertLot =
        """
        insert into lots (establishment, world, recipient, scheme, fund, kind, schema, state, version, is_foreign, held, opened_at, closes_at,
            invoices, records, heads, lines, sums, billed, amo, amc, live, former, changed_at)
        values (@establishment, @world, @recipient, @scheme, @fund, @kind, @schema, 0, 1, 0, 0, @at, @closes_at, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, @at)
        """;

    /// <summary>An open lot that was emptied begins its time anew.</summary>
    public const string Grow =
        """
        update lots set closes_at = case when invoices = 0 then @closes_at else closes_at end,
            invoices = invoices + 1, records = records + @records, heads = heads + @heads, lines = lines + @lines, sums = sums + @sums,
            billed = billed + @billed, amo = amo + @amo, amc = amc + @amc, live = live + 1
        where id = @id
        """;

    public const string InsertInvoice =
        """
        insert into lot_invoices (lot, establishment, world, provider, number, complement, live, records, heads, lines, sums, billed, amo, amc, invoiced_on, message, handling, at, bytes)
        values (@lot, @establishment, @world, @provider, @number, @complement, 2, @records, @heads, @lines, @sums, @billed, @amo, @amc, @invoiced_on, @message, @handling, @at, @bytes)
        """;

    public const string End =
        """
        update lots set state = 1, held = 0, version = version + 1, changed_at = @at
        where id = @id and invoices > 0 and (state = 0 or (state = 1 and held = 1))
        """;

    public const string SeriesSequence =
        "select sequence from lot_marks where establishment = @establishment and world = @world and recipient = @recipient";

    public const string Close =
        """
        update lots set state = 2, version = version + 1, number = @number, lot_date = @date, file_id = @file_id, message = @message, closed_at = @at, changed_at = @at
        where id = @id and version = @version and state = 1 and held = 0 and establishment = @establishment and world = @world and recipient = @recipient
            and not exists (select 1 from lots taken where taken.establishment = @establishment and taken.world = @world and taken.recipient = @recipient
                and taken.number = @number and taken.state > 1 and taken.state < 5)
        """;

    public const string InsertFile =
        """
        insert into lot_files (establishment, world, recipient, file_id, message, at) values (@establishment, @world, @recipient, @file_id, @message, @at)
        on conflict do nothing
        """;

    public const string PutMark =
        """
        insert into lot_marks (establishment, world, recipient, sequence, number, file_id) values (@establishment, @world, @recipient, @sequence, @number, @file_id)
        on conflict (establishment, world, recipient) do update set sequence = excluded.sequence, number = excluded.number, file_id = excluded.file_id
        where excluded.sequence > lot_marks.sequence
        """;

    public const string FindNumber =
        """
        select id from lots where establishment = @establishment and world = @world and recipient = @recipient and number = @number and state > 1 and state < 5
        """;

    public const string Enter =
        """
        insert into lots (establishment, world, recipient, scheme, fund, kind, schema, state, version, is_foreign, held, opened_at, closes_at,
            invoices, records, heads, lines, sums, billed, amo, amc, live, number, lot_date, file_id, message, former, closed_at, changed_at)
        values (@establishment, @world, @recipient, @scheme, @fund, @kind, @schema, 2, 1, 1, 0, @at, null,
            @invoices, @records, @heads, @lines, @sums, @billed, @amo, @amc, @invoices, @number, @date, @file_id, @message, null, @at, @at)
        """;

    public const string Move =
        "update lots set state = @state, version = version + 1, changed_at = @at, cause = @cause where id = @id and version = @version and state in (2, 3, 4)";

    /// <summary>The first half of a recast: the rows are marked while their copies are made.</summary>
    public const string LeaveLot = "update lot_invoices set live = 1 where lot = @lot and live = 2";

    public const string IsForeign = "select is_foreign from lots where id = @id";

    public const string InsertRecast =
        """
        insert into lots (establishment, world, recipient, scheme, fund, kind, schema, state, version, is_foreign, held, opened_at, closes_at,
            invoices, records, heads, lines, sums, billed, amo, amc, live, former, changed_at)
        select l.establishment, l.world, l.recipient, l.scheme, l.fund, l.kind, l.schema, 1, 1, 0, @held, @at, null,
            count(*), sum(i.records), sum(i.heads), sum(i.lines), sum(i.sums), sum(i.billed), sum(i.amo), sum(i.amc), count(*), l.id, @at
        from lots l join lot_invoices i on i.lot = l.id and i.live = 1
        where l.id = @id
        group by l.id
        """;

    public const string CopyInvoices =
        """
        insert into lot_invoices (lot, establishment, world, provider, number, complement, live, records, heads, lines, sums, billed, amo, amc, invoiced_on, message, handling, at, bytes)
        select @to, establishment, world, provider, number, complement, 2, records, heads, lines, sums, billed, amo, amc, invoiced_on, message, handling, @at, bytes
        from lot_invoices where lot = @from and live = 1 order by id
        """;

    public const string HasLeftLot = "update lot_invoices set live = 0 where lot = @lot and live = 1";

    public const string NoneLive = "update lots set live = 0 where id = @id";

    public const string TakeOut =
        """
        update lot_invoices set live = 0
        where establishment = @establishment and world = @world and provider = @provider and number = @number and complement = @complement and live > 1 and live = 2
            and (select state from lots where id = lot) in (0, 1)
        returning lot, records, heads, lines, sums, billed, amo, amc
        """;

    /// <summary>A ready lot that was emptied is settled; an open one waits for others.</summary>
    public const string Shrink =
        """
        update lots set version = version + 1, invoices = invoices - 1, records = records - @records, heads = heads - @heads, lines = lines - @lines, sums = sums - @sums,
            billed = billed - @billed, amo = amo - @amo, amc = amc - @amc, live = live - 1,
            state = case when state = 1 and invoices = 1 then 7 else state end, changed_at = case when state = 1 and invoices = 1 then @at else changed_at end
        where id = @id
        """;

    public const string EndInvoice =
        """
        update lot_invoices set live = 3
        where establishment = @establishment and world = @world and provider = @provider and number = @number and complement = @complement and live > 1 and live = 2
            and (select state from lots where id = lot) in (2, 3, 4)
        returning lot
        """;

    public const string SettleWhenEmpty =
        """
        update lots set live = live - 1, version = version + 1,
            state = case when live = 1 then 7 else state end, changed_at = case when live = 1 then @at else changed_at end
        where id = @id
        """;

    public const string Settle =
        "update lots set state = 7, version = version + 1, live = 0, changed_at = @at, cause = @cause where id = @id and version = @version and state in (2, 3, 4)";

    public const string EndAll = "update lot_invoices set live = 3 where lot = @lot and live = 2";
}
