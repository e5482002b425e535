using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Engine.Returns;
using Simphonie.Formats.Tests.Noemie;

namespace Simphonie.Cli.Tests.BadInput.Billing;

/// <summary>What payers get wrong, by the folders of a running hub whose invoices are sent: nothing is lost, nothing is paid twice, and the place is told.</summary>
public sealed class When_bad_returns_come
{
    private const string Paid = "750000010/000000101/000100/amo";

    private BillingSite _site = null!;

    [OneTimeSetUp]
    public async Task SendAsync()
    {
        _site = new BillingSite();
        await _site.Site.StartAsync(CancellationToken.None);
        await _site.DropAsync("gap-b2", Answer.Sent(), CancellationToken.None);
        await _site.CaseAsync(Paid, "sent", CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _site.DisposeAsync();

    private static IEnumerable<TestCaseData> Wrong()
    {
        var good = Answer.Paying("BAD001");
        var flag = good.Blocks;
        flag[128] = (byte)'7';
        yield return Case("a block flag that is none", flag, "block 2");
        yield return Case("an entity without its end", good.With(Answer.AmoPart, good.Entities[Answer.AmoPart][..^1] + " ").Plain, "entity 9 (198), 24");
        yield return Case("a level that jumps", good.With(Answer.Invoice, EntityLines.Invoice("000000101", 7, Answer.Today, "000100", level: 9)).Plain, "entity 7 (102), 4-5");
        yield return Case("a sign of an amount that is none", good.With(Answer.AmoPart, good.Entities[Answer.AmoPart][..^2] + "X@").Plain, "entity 9 (198), 23");
        yield return Case("a control total that is a cent more", good.With(Answer.LotControl, EntityLines.Control(1, 5057, "03")).Plain, "entity 11 (990), 31-41");
        yield return Case("a file total that is a cent more", good.With(13, good.Entities[13].Replace("00000005056", "00000005057", StringComparison.Ordinal)).Blocks, "block 7, entity 14 (999), 86-96");
        yield return Case("a file that was cut off", good.Blocks[..^128], "message");

        static TestCaseData Case(string name, byte[] bytes, string place) => new TestCaseData(bytes, place).SetName($"Refuses {name}");
    }

    [TestCaseSource(nameof(Wrong))]
    [Order(1)]
    [CancelAfter(20_000)]
    public async Task Return(byte[] bytes, string place, CancellationToken cancellationToken)
    {
        var before = await _site.StandingAsync(cancellationToken);
        var message = await _site.DropAsync("caisse-returns", bytes, cancellationToken);
        var refused = await _site.ReturnAsync(message.Id, cancellationToken);

        Assert.That((refused.Status, refused.CauseCode), Is.EqualTo((ReturnStatus.Refused, ReturnCodes.NotVerified.Id)));
        Assert.That(refused.CausePlace, Is.EqualTo(place));
        Assert.That((await _site.TasksAsync(cancellationToken)).Count(task => task.Message == message.Id && task.Code == ReturnCodes.NotVerified.Id), Is.EqualTo(1));
        BillingSite.AssertKept(message, bytes);
        Assert.That(await _site.StandingAsync(cancellationToken), Is.EqualTo(before));
    }

    [Test]
    [Order(2)]
    [CancelAfter(40_000)]
    public async Task Should_pay_once_whatever_comes_and_in_whatever_order(CancellationToken cancellationToken)
    {
        var paying = Answer.Paying("RET001");
        Assert.That((await TakeAsync(paying.Blocks)).Status, Is.EqualTo(ReturnStatus.Complete), "before its acknowledgement");
        await _site.CaseAsync(Paid, "paid", cancellationToken);

        Assert.That((await TakeAsync(paying.Plain)).Status, Is.EqualTo(ReturnStatus.Copy), "a second copy, framed otherwise");
        Assert.That((await TakeAsync(Answer.Paying("RET001", amo: 3000).Blocks)).Status, Is.EqualTo(ReturnStatus.Conflicting), "the same identity, another amount");

        var old = await TakeAsync(Answer.Paying("RET002", lotDate: Answer.YearAgo).Blocks);
        Assert.That((old.Status, old.Tally.Parked, old.Tally.Paid), Is.EqualTo((ReturnStatus.Complete, 2L, 0L)), "the number of an invoice of a year before");
        Assert.That((await _site.TasksAsync(cancellationToken)).Where(task => task.Message == old.Message).Select(task => task.Code), Is.EqualTo(new[] { ReturnCodes.OtherLot.Id, ReturnCodes.OtherLot.Id }));

        Assert.That(await _site.StandingAsync(cancellationToken), Is.EqualTo((1, 4, 5056L)), "one lot, its four cases, paid once");

        async Task<ReturnRecord> TakeAsync(byte[] bytes) =>
            await _site.ReturnAsync((await _site.DropAsync("caisse-returns", bytes, cancellationToken)).Id, cancellationToken);
    }

    [Test]
    [Order(3)]
    [CancelAfter(40_000)]
    public async Task Should_take_the_acknowledgement_after_the_return_and_show_one_of_no_lot(CancellationToken cancellationToken)
    {
        var late = await _site.DropAsync("caisse-acknowledgements", Answer.Accepting("ARL001", 7), cancellationToken);
        Assert.That((await _site.ReturnAsync(late.Id, cancellationToken)).Status, Is.EqualTo(ReturnStatus.Complete));
        await _site.Site.WaitForAsync(
            async (journal, token) => (await journal.Lots.LotsAsync(new LotQuery { Number = 7 }, token)).FirstOrDefault(lot => lot.State == LotState.Acknowledged), cancellationToken);

        var unknown = await _site.DropAsync("caisse-acknowledgements", Answer.Accepting("ARL002", 8), cancellationToken);
        var kept = await _site.ReturnAsync(unknown.Id, cancellationToken);
        Assert.That((await _site.TasksAsync(cancellationToken)).Single(task => task.Message == unknown.Id).Code, Is.EqualTo(ReturnCodes.AnswerUnmatched.Id));
        var shown = await _site.Site.RunAsync(cancellationToken, "returns", "answers", kept.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "--json");
        Assert.That(shown.Json.Select(row => (row.GetProperty("file").GetString(), row.GetProperty("lot").GetInt32(), row.GetProperty("says").GetString())), Is.EqualTo(new[] { ("F00001", 8, "accepted") }));
    }

    [Test]
    [Order(4)]
    [CancelAfter(40_000)]
    public async Task Should_name_the_cases_that_a_part_may_be_of(CancellationToken cancellationToken)
    {
        var text = Answer.Paying("RET003");
        var message = await _site.DropAsync("caisse-returns", text.With(Answer.Invoice, EntityLines.Invoice("000000101", 7, Answer.Today, "      ")).Blocks, cancellationToken);
        var taken = await _site.ReturnAsync(message.Id, cancellationToken);
        var parked = await _site.Site.WaitForAsync(
            async (journal, token) => (await journal.Returns.ParkedAsync(new ParkedQuery { Return = taken.Id, Limit = 1 }, token)).FirstOrDefault(), cancellationToken);
        Assert.That(parked.CauseCode, Is.EqualTo(ReturnCodes.OtherComplement.Id));

        var shown = await _site.Site.RunAsync(cancellationToken, "returns", "candidates", parked.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "--json");
        Assert.That(shown.Json.Select(row => (row.GetProperty("case").GetString(), row.GetProperty("state").GetString())), Is.EqualTo(new[] { (Paid, "paid") }));
    }
}
