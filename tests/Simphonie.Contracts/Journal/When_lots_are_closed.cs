using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_lots_are_closed<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_give_number_file_and_message_at_once()
    {
        await ReadyAsync(1);
        Assert.That(await CloseAsync(1, 7, "00000A", 1), Is.EqualTo(CommitKind.Committed));

        var lot = (await Journal.Reader.Lots.LotsOfMessageAsync(1, None)).Single();
        Assert.That((lot.State, lot.Number, lot.FileId, lot.Date), Is.EqualTo((LotState.Closed, (int?)7, "00000A", (DateOnly?)new DateOnly(2026, 3, 2))));
        var (mark, taken) = await Journal.Reader.Lots.NumbersAsync(GivenLots.Group.Series, None);
        Assert.That((mark, taken.Single()), Is.EqualTo((new LotMark(GivenLots.Group.Series, 1, 7, "00000A"), 7)));
        Assert.That(await Journal.Reader.Lots.IsFileKnownAsync(GivenLots.Group.Series, "00000A", None), Is.True);
    }

    [Test]
    public async Task Should_refuse_a_number_that_is_taken_a_known_file_id_and_a_series_that_has_come_further()
    {
        await ReadyAsync(1);
        await CloseAsync(1, 7, "00000A", 1);
        await ReadyAsync(2);

        Assert.That(await CloseAsync(2, 7, "00000B", 2), Is.EqualTo(CommitKind.Conflict), "number");
        Assert.That(await CloseAsync(2, 8, "00000A", 2), Is.EqualTo(CommitKind.Conflict), "file id");
        Assert.That(await CloseAsync(2, 8, "00000B", 1), Is.EqualTo(CommitKind.Conflict), "series");
        Assert.That(await CloseAsync(2, 8, "00000B", 2, version: 1), Is.EqualTo(CommitKind.Conflict), "version");
        Assert.That((await Journal.Reader.Lots.LotAsync(2, None))!.State, Is.EqualTo(LotState.Ready));
        Assert.That(await CloseAsync(2, 8, "00000B", 2), Is.EqualTo(CommitKind.Committed));
    }

    [TestCase(LotState.Refused, false)]
    [TestCase(LotState.Reopened, true)]
    public async Task Should_put_the_invoices_of_a_lot_that_comes_back_into_another(LotState state, bool hold)
    {
        await ReadyAsync(1, 2);
        await CloseAsync(1, 7, "00000A", 1);
        var recast = await Journal.CommitAsync([new JournalWrite.RecastLot(1, 3, state, hold, Given.Now, "5001")], None);

        Assert.That(recast.Lots, Is.EqualTo(new[] { new LotChange(2, LotState.Ready, null) }));
        var (old, made) = (await Journal.Reader.Lots.LotAsync(1, None), await Journal.Reader.Lots.LotAsync(2, None));
        Assert.That((old!.State, old.Cause, old.Number, old.Totals.Invoices), Is.EqualTo((state, "5001", (int?)7, 2)));
        Assert.That((made!.Former, made.Held, made.Totals, made.Number), Is.EqualTo(((long?)1, hold, old.Totals, default(int?))));
        Assert.That(await Journal.Reader.Lots.ReadyAsync(0, 10, None), Has.Count.EqualTo(hold ? 0 : 1));
        foreach (var number in new[] { 1, 2 })
        {
            var rows = await Journal.Reader.Lots.EntriesOfAsync(Given.Establishment, World.Test, GivenLots.Key(number), None);
            Assert.That(rows.Select(row => (row.Lot, row.State)), Is.EqualTo(new[] { (2L, LotEntryState.Live), (1L, LotEntryState.Left) }));
        }

        Assert.That((await Journal.Reader.Lots.NumbersAsync(GivenLots.Group.Series, None)).Taken, Is.Empty);
        Assert.That(await CommitAsync(new JournalWrite.RecastLot(1, 3, state, hold, Given.Now, "5001")), Is.EqualTo(CommitKind.Conflict), "once");
    }

    [Test]
    public async Task Should_settle_with_the_last_of_its_invoices_and_spend_their_numbers()
    {
        await ReadyAsync(1, 2);
        await CloseAsync(1, 7, "00000A", 1);
        await CommitAsync(new JournalWrite.MoveLot(1, 3, LotState.Sent, Given.Now));
        await CommitAsync(End(1), End(1));
        Assert.That((await Journal.Reader.Lots.LotAsync(1, None))!.State, Is.EqualTo(LotState.Sent));
        await CommitAsync(End(2));

        Assert.That((await Journal.Reader.Lots.LotAsync(1, None))!.State, Is.EqualTo(LotState.Settled));
        Assert.That((await Journal.Reader.Lots.NumbersAsync(GivenLots.Group.Series, None)).Taken, Is.Empty);
        Assert.That((await Journal.CommitAsync([new JournalWrite.AddToLot(GivenLots.Invoice(1))], None)).Lots, Is.Empty, "a copy of what was paid is absorbed");
        Assert.That((await Journal.CommitAsync([new JournalWrite.AddToLot(GivenLots.Invoice(1, records: "other"))], None)).LiveIn, Is.EqualTo(1), "its number is used up");
    }

    [Test]
    public async Task Should_not_count_a_mark_back()
    {
        await CommitAsync(new JournalWrite.AdvanceLots(new(GivenLots.Group.Series, 40, 12, "00000Z")));
        await CommitAsync(new JournalWrite.AdvanceLots(new(GivenLots.Group.Series, 39, 11, "00000Y")));

        Assert.That(await Journal.Reader.Lots.MarksAsync(None), Is.EqualTo(new[] { new LotMark(GivenLots.Group.Series, 40, 12, "00000Z") }));
    }

    [Test]
    public async Task Should_forget_records_and_then_rows_of_lots_that_have_ended_and_nothing_of_others()
    {
        await ReadyAsync(1);
        await CloseAsync(1, 7, "00000A", 1);
        await CommitAsync(End(1));
        await CommitAsync(new JournalWrite.AddToLot(GivenLots.Invoice(2)));

        await Journal.RetainAsync(Given.Now.AddDays(1), Given.Now.AddDays(-1), None);
        Assert.That((await Journal.Reader.Lots.EntriesAsync(1, liveOnly: false, records: true, 0, 10, None)).Single().Records.IsEmpty, Is.True);
        Assert.That((await Journal.Reader.Lots.EntriesAsync(2, liveOnly: false, records: true, 0, 10, None)).Single().Records.IsEmpty, Is.False);

        await Journal.RetainAsync(Given.Now.AddDays(1), Given.Now.AddDays(1), None);
        Assert.That((await Journal.Reader.Lots.LotsAsync(new(), None)).Select(lot => lot.Id), Is.EqualTo(new long[] { 2 }));
        Assert.That((await Journal.Reader.Lots.MarksAsync(None)).Single().Sequence, Is.EqualTo(1), "how far numbers have come is never forgotten");
    }

    private static JournalWrite.EndInvoice End(int number) => new(Given.Establishment, World.Test, GivenLots.Key(number), Given.Now);

    private async Task ReadyAsync(params int[] numbers)
    {
        foreach (var number in numbers)
        {
            await CommitAsync(new JournalWrite.AddToLot(GivenLots.Invoice(number)));
        }

        var open = (await Journal.Reader.Lots.LotsAsync(new() { State = LotState.Open }, None)).Single();
        await CommitAsync(new JournalWrite.EndLot(open.Id, Given.Now));
    }

    private Task<CommitKind> CloseAsync(long lot, int number, string fileId, long sequence, int version = 2) =>
        CommitAsync(new JournalWrite.Append(Given.Message($"file of {lot}")), new JournalWrite.CloseLot(GivenLots.Closing(lot, version, number, fileId, sequence)));
}
