using Simphonie.Core.Returns;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Queries of returns.</summary>
internal sealed class ReturnQueries(SqlSource source) : IReturnReader
{
    public ValueTask<ReturnRecord?> ReturnAsync(long id, CancellationToken cancellationToken) =>
        new(source.First<ReturnRow>($"select {ReturnRow.Columns} from returns where id = @id", new { id }, cancellationToken)?.Record());

    public ValueTask<IReadOnlyList<ReturnRecord>> ReturnsAsync(ReturnQuery query, CancellationToken cancellationToken)
    {
        var conditions = (query.Status is null ? "" : " and status = @status")
            + (query.Identity is null ? "" : " and identity = @Identity")
            + (query.World is null ? "" : " and world = @world")
            + (query.Message is null ? "" : " and message = @Message")
            + (query.Parked ? " and parked > 0" : "")
            + (query.Before is null ? "" : " and id < @Before");
        return new(source.List<ReturnRow>(
            $"select {ReturnRow.Columns} from returns where 1 = 1{conditions} order by id desc limit @Limit",
            new { status = (long?)query.Status, query.Identity, world = (long?)query.World, query.Message, query.Before, query.Limit },
            cancellationToken).ConvertAll(static row => row.Record()));
    }

    public ValueTask<ReturnRecord?> NextAsync(long after, CancellationToken cancellationToken) =>
        new(source.First<ReturnRow>($"select {ReturnRow.Columns} from returns where status = 0 and id > @after order by id limit 1", new { after }, cancellationToken)?.Record());

    public ValueTask<IReadOnlyList<ReturnMoney>> MoneyAsync(long @return, long after, int limit, CancellationToken cancellationToken) =>
        new(source.List<MoneyRow>(
            """
            select id as Id, return as Return, ordinal as Ordinal, kind as Kind, reference as Reference, amount as Amount, sum as Sum, accounted_on as AccountedOn
            from return_money where return = @return and id > @after order by id limit @limit
            """,
            new { @return, after, limit },
            cancellationToken).ConvertAll(static row => row.Money()));

    public ValueTask<IReadOnlyList<ParkedPart>> ParkedAsync(ParkedQuery query, CancellationToken cancellationToken)
    {
        var conditions = (query.Return is null ? "" : " and return = @Return")
            + (query.WaitingOnly || query.RetriesOnly ? " and state = 0" : "")
            + (query.RetriesOnly ? " and retries = 1" : "");
        return new(source.List<ParkedRow>(
            $"select {ParkedRow.Columns} from return_parked where id > @After{conditions} order by id limit @Limit",
            new { query.After, query.Return, query.Limit },
            cancellationToken).ConvertAll(static row => row.Part()));
    }

    public ValueTask<ParkedPart?> ParkedAsync(long id, CancellationToken cancellationToken) =>
        new(source.First<ParkedRow>($"select {ParkedRow.Columns} from return_parked where id = @id", new { id }, cancellationToken)?.Part());

    public ValueTask<IReadOnlyList<KeptRejection>> RejectionsAsync(long @return, long after, int limit, CancellationToken cancellationToken) =>
        new(source.List<RejectionRow>(
            """
            select return as Return, ordinal as Ordinal, case_key as CaseKey, code as Code, label as Label, level as Level, debtor as Debtor, line as Line, family as Family
            from return_rejections where return = @return and ordinal > @after order by ordinal, at_part limit @limit
            """,
            new { @return, after, limit },
            cancellationToken).ConvertAll(static row => row.Rejection()));

    private sealed class MoneyRow
    {
        public long Id { get; set; }

        public long Return { get; set; }

        public long Ordinal { get; set; }

        public string Kind { get; set; } = "";

        public string Reference { get; set; } = "";

        public long? Amount { get; set; }

        public long? Sum { get; set; }

        public string? AccountedOn { get; set; }

        public ReturnMoney Money() => new()
        {
            Id = Id, Return = Return, Ordinal = Ordinal, Kind = Kind, Reference = Reference, Amount = Amount, Sum = Sum, AccountedOn = ParkedRow.Day(AccountedOn),
        };
    }

    private sealed class RejectionRow
    {
        public long Return { get; set; }

        public long Ordinal { get; set; }

        public string CaseKey { get; set; } = "";

        public string Code { get; set; } = "";

        public string Label { get; set; } = "";

        public string Level { get; set; } = "";

        public long? Debtor { get; set; }

        public long Line { get; set; }

        public string Family { get; set; } = "";

        public KeptRejection Rejection() => new(Return, Ordinal, CaseKey, new(Code, Label, Level, (DebtorPart?)Debtor, (int)Line), Family);
    }
}
