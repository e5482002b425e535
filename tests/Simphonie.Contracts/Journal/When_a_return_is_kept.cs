using NUnit.Framework;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_return_is_kept<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_read_back_what_was_written()
    {
        await AddAsync(Return(1));

        var read = await Journal.Reader.Returns.ReturnAsync(1, None);
        Assert.That(read! with { ContentHash = default }, Is.EqualTo(Return(1) with { Id = 1, ContentHash = default }));
        Assert.That(read.ContentHash.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That((await Journal.Reader.Returns.NextAsync(0, None))!.Id, Is.EqualTo(1));
    }

    [Test]
    public async Task Should_be_kept_once_for_a_message()
    {
        await AddAsync(Return(1));
        await AddAsync(Return(1));

        Assert.That(await Journal.Reader.Returns.ReturnsAsync(new(), None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_not_apply_another_one_of_its_identity()
    {
        await AddAsync(Return(1));

        Assert.That((await Journal.CommitAsync([new JournalWrite.AddReturn(Return(2))], None)).Kind, Is.EqualTo(CommitKind.Conflict));
        await AddAsync(Return(2) with { Status = ReturnStatus.Copy });
        await AddAsync(Return(3) with { World = World.Real });
        Assert.That((await Journal.Reader.Returns.ReturnsAsync(new(), None)).Select(one => (one.Message, one.Status)), Is.EqualTo(
            new[] { (3L, ReturnStatus.Applying), (2L, ReturnStatus.Copy), (1L, ReturnStatus.Applying) }));
    }

    [Test]
    public async Task Should_go_on_only_from_where_it_is()
    {
        await AddAsync(Return(1));
        await AddAsync(new JournalWrite.AdvanceReturn(1, 0, 400, new ReturnTally { Parts = 400, Paid = 5000, SinceTransfer = 5000 }, ReturnStatus.Applying, Given.Now));

        Assert.That((await Journal.CommitAsync([new JournalWrite.AdvanceReturn(1, 0, 400, default, ReturnStatus.Applying, Given.Now)], None)).Kind, Is.EqualTo(CommitKind.Conflict));
        await AddAsync(new JournalWrite.AdvanceReturn(1, 400, 500, new ReturnTally { Parts = 100, Paid = -100, SinceTransfer = 20 }, ReturnStatus.Complete, Given.Now));
        var done = await Journal.Reader.Returns.ReturnAsync(1, None);
        Assert.That((done!.Status, done.Applied, done.Tally), Is.EqualTo((ReturnStatus.Complete, 500L, new ReturnTally { Parts = 500, Paid = 4900, SinceTransfer = 20 })));
        Assert.That(await Journal.Reader.Returns.NextAsync(0, None), Is.Null);
        Assert.That((await Journal.CommitAsync([new JournalWrite.AdvanceReturn(1, 500, 500, default, ReturnStatus.Complete, Given.Now)], None)).Kind, Is.EqualTo(CommitKind.Conflict));
    }

    [Test]
    public async Task Should_keep_its_money_and_its_rejections_in_order()
    {
        var transfer = new ReturnMoney { Return = 1, Ordinal = 4, Kind = ReturnMoney.TransferKind, Reference = "VIR 1", Amount = 900, Sum = 850, AccountedOn = new(2026, 3, 1) };
        var reasons = new[] { new ReturnRejection("0101", "one", "F", DebtorPart.Amc, 0), new ReturnRejection("0102", "two", "L", null, 3) };
        await AddAsync(
            new JournalWrite.AddReturn(Return(1)),
            new JournalWrite.KeepMoney(transfer),
            new JournalWrite.KeepRejection(new(1, 2, "k", reasons[0], "rights")),
            new JournalWrite.KeepRejection(new(1, 2, "k", reasons[1], "identity")));

        Assert.That(await Journal.Reader.Returns.MoneyAsync(1, 0, 10, None), Is.EqualTo(new[] { transfer with { Id = 1 } }));
        Assert.That((await Journal.Reader.Returns.RejectionsAsync(1, -1, 10, None)).Select(one => (one.Reason, one.Family)), Is.EqualTo(new[] { (reasons[0], "rights"), (reasons[1], "identity") }));
    }

    [Test]
    public async Task Should_count_a_parked_part_as_what_is_decided_once()
    {
        await AddAsync(
            new JournalWrite.AddReturn(Return(1)),
            new JournalWrite.ParkPart(Parked(0, 700)),
            new JournalWrite.ParkPart(Parked(1, 300)),
            new JournalWrite.AdvanceReturn(1, 0, 2, new ReturnTally { Parked = 2, Waiting = 1000 }, ReturnStatus.Complete, Given.Now));
        var parked = await Journal.Reader.Returns.ParkedAsync(new ParkedQuery { Return = 1, RetriesOnly = true }, None);
        Assert.That(parked[0].Part with { Rejections = [] }, Is.EqualTo(Parked(0, 700).Part with { Rejections = [] }));
        Assert.That(parked[0].Part.Rejections, Is.EqualTo(Parked(0, 700).Part.Rejections));

        await AddAsync(new JournalWrite.DecidePart(1, ParkedState.Applied, "anne", "It is.", Given.Now));
        await AddAsync(new JournalWrite.DecidePart(2, ParkedState.GivenUp, "anne", "It is not.", Given.Now));

        Assert.That((await Journal.CommitAsync([new JournalWrite.DecidePart(1, ParkedState.GivenUp, "anne", "Again.", Given.Now)], None)).Kind, Is.EqualTo(CommitKind.Conflict));
        Assert.That((await Journal.Reader.Returns.ReturnAsync(1, None))!.Tally, Is.EqualTo(new ReturnTally { Parts = 1, Paid = 700, GivenUp = 1, Abandoned = 300 }));
        Assert.That(await Journal.Reader.Returns.ParkedAsync(new ParkedQuery { WaitingOnly = true }, None), Is.Empty);
        Assert.That((await Journal.Reader.Returns.ParkedAsync(1, None))!.DecidedBy, Is.EqualTo("anne"));
    }

    [Test]
    public async Task Should_go_with_the_ledger_but_never_while_something_waits()
    {
        await AddAsync(
            new JournalWrite.AddReturn(Return(1)),
            new JournalWrite.KeepMoney(new() { Return = 1, Ordinal = 0, Kind = "250", Reference = "D", Amount = -5 }),
            new JournalWrite.ParkPart(Parked(1, 300)),
            new JournalWrite.AdvanceReturn(1, 0, 2, new ReturnTally { Parked = 1, Waiting = 300 }, ReturnStatus.Complete, Given.Now));
        await Journal.RetainAsync(Given.Now.AddDays(-1), Given.Now.AddDays(1), None);
        Assert.That(await Journal.Reader.Returns.ReturnAsync(1, None), Is.Not.Null);

        await AddAsync(new JournalWrite.DecidePart(1, ParkedState.GivenUp, "anne", "It is not.", Given.Now));
        await Journal.RetainAsync(Given.Now.AddDays(-1), Given.Now.AddDays(1), None);
        Assert.That(await Journal.Reader.Returns.ReturnAsync(1, None), Is.Null);
        Assert.That(await Journal.Reader.Returns.MoneyAsync(1, 0, 10, None), Is.Empty);
    }

    private static ReturnRecord Return(long message) => new()
    {
        Establishment = Given.Establishment,
        World = World.Test,
        Identity = "1/000123/260315/0908",
        Reference = "0908",
        ContentHash = new byte[] { 1, 2, 3 },
        Format = "noemie",
        Schema = "noemie/ps@1",
        Process = "invoice",
        Reasons = "rejections/noemie-hub@1",
        Message = message,
        Status = ReturnStatus.Applying,
        Items = 500,
        Total = 4900,
        At = Given.Now,
        ChangedAt = Given.Now,
    };

    private static ParkedPart Parked(long ordinal, long paid) => new()
    {
        Return = 1,
        Message = 1,
        Establishment = Given.Establishment,
        World = World.Test,
        Process = "invoice",
        Case = "750000018/000000001//amo",
        Identity = $"return/{ordinal}",
        Part = new()
        {
            Ordinal = ordinal,
            Place = Place.InMessage("entity 7 (198)"),
            Payee = "750000018",
            Payer = "01061",
            Invoice = "000000001",
            Complement = "001A00",
            Lot = 12,
            LotDate = new(2026, 3, 1),
            Debtor = DebtorPart.Amo,
            Repetition = 1,
            Asked = 1000,
            State = PartState.Paid,
            Paid = paid,
            Insured = "stand-in",
            TransferReference = "VIR 1",
            AccountedOn = new(2026, 3, 14),
            Amc = null,
            Rejections = [new("0101", "one", "F", DebtorPart.Amo, 2), new("0102", "two", "L", null, 0)],
        },
        CauseCode = "SIM4757",
        Retries = true,
        State = ParkedState.Waiting,
        At = Given.Now,
    };

    private ValueTask AddAsync(ReturnRecord added) => AddAsync(new JournalWrite.AddReturn(added));

    private async ValueTask AddAsync(params JournalWrite[] writes) => Assert.That((await Journal.CommitAsync(writes, None)).Kind, Is.EqualTo(CommitKind.Committed));
}
