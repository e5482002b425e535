using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_invoices_come_into_lots<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_open_one_lot_for_what_belongs_together()
    {
        var first = await AddAsync(GivenLots.Invoice(1));
        var second = await AddAsync(GivenLots.Invoice(2, amount: 250));

        Assert.That(first.Lots, Is.EqualTo(new[] { new LotChange(1, LotState.Open, Given.Now.AddHours(4)) }));
        Assert.That(second.Lots, Is.Empty);
        var lot = await Journal.Reader.Lots.LotAsync(1, None);
        Assert.That((lot!.State, lot.Group, lot.Totals), Is.EqualTo((LotState.Open, GivenLots.Group, new LotTotals(2, 8, 2, 4, 2, 350, 350, 0))));
        Assert.That((await EntriesAsync(1)).Select(entry => entry.Key), Is.EqualTo(new[] { GivenLots.Key(1), GivenLots.Key(2) }));
    }

    [TestCase("01061", "ace-mco", World.Test)]
    [TestCase("01750", "ace-ssr", World.Test)]
    [TestCase("01750", "ace-mco", World.Real)]
    public async Task Should_keep_apart_what_does_not(string recipient, string kind, World world)
    {
        await AddAsync(GivenLots.Invoice(1));
        await AddAsync(GivenLots.Invoice(2, group: GivenLots.Group with { Recipient = recipient, Kind = kind, World = world }));

        Assert.That((await Journal.Reader.Lots.LotsAsync(new(), None)).Select(lot => lot.Totals.Invoices), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task Should_make_a_lot_ready_that_the_next_does_not_fit_into()
    {
        await AddAsync(GivenLots.Invoice(1, amount: 600));
        var second = await AddAsync(GivenLots.Invoice(2, amount: 500));

        Assert.That(second.Lots, Is.EqualTo(new[] { new LotChange(1, LotState.Ready, null), new LotChange(2, LotState.Open, Given.Now.AddHours(4)) }));
        Assert.That((await Journal.Reader.Lots.ReadyAsync(0, 10, None)).Select(lot => lot.Id), Is.EqualTo(new long[] { 1 }));
    }

    [Test]
    public async Task Should_make_a_lot_ready_that_is_full()
    {
        await AddAsync(GivenLots.Invoice(1));
        await AddAsync(GivenLots.Invoice(2));
        var third = await AddAsync(GivenLots.Invoice(3));

        Assert.That(third.Lots, Is.EqualTo(new[] { new LotChange(1, LotState.Ready, null) }));
    }

    [Test]
    public async Task Should_take_an_invoice_alone_that_is_larger_than_a_lot_should_be()
    {
        await AddAsync(GivenLots.Invoice(1, amount: 5000));

        Assert.That((await Journal.Reader.Lots.LotAsync(1, None))!.Totals.Billed, Is.EqualTo(5000));
    }

    [Test]
    public async Task Should_absorb_the_same_invoice_and_refuse_another_of_its_number()
    {
        await AddAsync(GivenLots.Invoice(1));
        var again = await AddAsync(GivenLots.Invoice(1));
        var other = await Journal.CommitAsync([new JournalWrite.AddToLot(GivenLots.Invoice(2)), new JournalWrite.AddToLot(GivenLots.Invoice(1, records: "other"))], None);

        Assert.That((again.Kind, other.Kind, other.LiveIn), Is.EqualTo((CommitKind.Committed, CommitKind.Conflict, 1L)));
        Assert.That(await EntriesAsync(1), Has.Count.EqualTo(1), "a conflict writes nothing of its commit");
    }

    [Test]
    public async Task Should_let_an_invoice_that_was_taken_out_come_again_and_keep_its_history()
    {
        await AddAsync(GivenLots.Invoice(1));
        await AddAsync(GivenLots.Invoice(2, amount: 250));
        Assert.That(await CommitAsync(new JournalWrite.TakeOutOfLot(Given.Establishment, World.Test, GivenLots.Key(1), Given.Now)), Is.EqualTo(CommitKind.Committed));
        Assert.That((await Journal.Reader.Lots.LotAsync(1, None))!.Totals, Is.EqualTo(new LotTotals(1, 4, 1, 2, 1, 250, 250, 0)));

        await AddAsync(GivenLots.Invoice(1, amount: 90, records: "corrected"));

        var rows = await Journal.Reader.Lots.EntriesOfAsync(Given.Establishment, World.Test, GivenLots.Key(1), None);
        Assert.That(rows.Select(row => (row.State, row.Totals.Billed)), Is.EqualTo(new[] { (LotEntryState.Live, 90L), (LotEntryState.Left, 100L) }));
        Assert.That(await CommitAsync(new JournalWrite.TakeOutOfLot(Given.Establishment, World.Test, GivenLots.Key(7), Given.Now)), Is.EqualTo(CommitKind.Conflict));
    }

    [Test]
    public async Task Should_find_lots_whose_time_has_come_and_no_empty_ones()
    {
        await AddAsync(GivenLots.Invoice(1));
        Assert.That(await Journal.Reader.Lots.DueAsync(Given.Now.AddHours(4).AddTicks(-1), 10, None), Is.Empty);
        Assert.That(await Journal.Reader.Lots.DueAsync(Given.Now.AddHours(4), 10, None), Has.Count.EqualTo(1));

        await CommitAsync(new JournalWrite.TakeOutOfLot(Given.Establishment, World.Test, GivenLots.Key(1), Given.Now));
        Assert.That(await Journal.Reader.Lots.DueAsync(Given.Now.AddDays(1), 10, None), Is.Empty);
        Assert.That(await CommitAsync(new JournalWrite.EndLot(1, Given.Now)), Is.EqualTo(CommitKind.Conflict));

        await AddAsync(GivenLots.Invoice(2, at: Given.Now.AddDays(1)));
        Assert.That((await Journal.Reader.Lots.LotAsync(1, None))!.ClosesAt, Is.EqualTo(Given.Now.AddDays(1).AddHours(4)), "an emptied lot begins its time anew");
    }

    [Test]
    public async Task Should_survive_being_reopened()
    {
        await AddAsync(GivenLots.Invoice(1));
        await ReopenAsync();
        await AddAsync(GivenLots.Invoice(2));

        var entries = await Journal.Reader.Lots.EntriesAsync(1, liveOnly: true, records: true, 0, 10, None);
        Assert.That(entries.Select(entry => System.Text.Encoding.ASCII.GetString(entry.Records.Span)), Is.EqualTo(new[] { "records of 1", "records of 2" }));
    }

    private async Task<CommitResult> AddAsync(LotAddition addition) => await Journal.CommitAsync([new JournalWrite.AddToLot(addition)], None);

    private async Task<IReadOnlyList<LotEntry>> EntriesAsync(long lot) => await Journal.Reader.Lots.EntriesAsync(lot, liveOnly: true, records: false, 0, 100, None);
}
