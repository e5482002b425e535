using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Lots;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_lots_come_made
{
    private static readonly LotsDefinition s_gapNumbers = LotSite.Lots with
    {
        Recipients = new(
            [new("01", "750", "", new("01750", "01", "750", "750", null)), new("01", "061", "", new("01061", "01", "061", "061", null)), new("02", "", "", new("02141", "02", "141", "141", null))],
            null,
            code => code == "02141" ? NumberOwner.Hub : NumberOwner.Gap),
    };

    private readonly FakeEndpoint _caisse = new("caisse");

    [Test]
    public async Task Should_leave_as_they_came_when_all_go_to_one_recipient()
    {
        await using var hub = await StartAsync();
        const string File = "file=GAP001\nlot=5\nno=1;fund=750\nno=2;fund=750\nend=1";
        await hub.SendAsync(File);
        await hub.UntilAsync(async () => (await SentAsync(hub)).Count == 1, "sent");

        Assert.That(_caisse.Texts.Single(), Is.EqualTo(File));
        var lot = (await SentAsync(hub)).Single();
        Assert.That((lot.Foreign, lot.Number, lot.FileId, lot.Group.Recipient, lot.Totals.Invoices), Is.EqualTo((true, (int?)5, "GAP001", "01750", 2)));
        Assert.That((await hub.Reader.MessageAsync(lot.Message!.Value, default))!.Origin, Is.EqualTo(1));
    }

    [Test]
    public async Task Should_be_split_by_recipient_with_their_own_bytes_and_file_ids()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync("file=GAP002\nlot=5\nno=1;fund=750\nlot=6\nno=2;fund=061\nlot=7\nno=3;fund=750\nend=3");
        await hub.UntilAsync(async () => (await SentAsync(hub)).Count == 3, "sent");

        Assert.That(_caisse.Texts.Select(text => text[(text.IndexOf('\n') + 1)..]), Is.EquivalentTo(new[] { "lot=5\nno=1;fund=750\nlot=7\nno=3;fund=750\nend=2\n", "lot=6\nno=2;fund=061\nend=1\n" }));
        Assert.That((await SentAsync(hub)).Select(lot => lot.FileId).Distinct().Count(), Is.EqualTo(2));
    }

    [TestCase("2025-12-02", TestName = "a lot of 90 days ago")]
    [TestCase("2026-03-04", TestName = "a lot dated two days ahead")]
    public async Task Should_carry(string date)
    {
        await using var hub = await StartAsync();
        await hub.SendAsync($"file=GAP001\nlot=5@{date}\nno=1;fund=750\nend=1");

        await hub.UntilAsync(async () => (await SentAsync(hub)).Count == 1, "sent");
    }

    [TestCase("file=GAP001\nlot=6\nno=8;fund=750\nend=1", "SIM4719", TestName = "a file id that is repeated")]
    [TestCase("file=GAP009\nlot=5\nno=8;fund=750\nend=1", "SIM4704", TestName = "a lot number that is open")]
    [TestCase("file=GAP009\nlot=6\nno=1;fund=750;amount=7\nend=1", "SIM4704", TestName = "an invoice that is in another lot")]
    [TestCase("file=GAP009\nlot=6\nno=8;fund=750\nno=8;fund=750\nend=1", "SIM4704", TestName = "an invoice twice")]
    [TestCase("file=GAP009\nlot=0\nno=8;fund=750\nend=1", "SIM4719", TestName = "a lot without number")]
    [TestCase("file=GAP009\nlot=6@2025-12-01\nno=8;fund=750\nend=1", "SIM4719", TestName = "a lot of 91 days ago")]
    [TestCase("file=GAP009\nlot=6@2026-03-05\nno=8;fund=750\nend=1", "SIM4719", TestName = "a lot dated three days ahead")]
    public async Task Should_not_carry(string file, string code)
    {
        await using var hub = await StartAsync();
        await hub.SendAsync("file=GAP001\nlot=5\nno=1;fund=750\nend=1");
        await hub.UntilAsync(async () => (await SentAsync(hub)).Count == 1, "sent");
        var message = (await hub.SendAsync(file)).MessageId;
        var refused = await hub.UntilHandlingAsync(message, HandlingState.Dropped);

        Assert.That(refused.CauseCode, Is.EqualTo(code));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Single().Code, Is.EqualTo(code));
        Assert.That(await SentAsync(hub), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_not_carry_what_the_hub_numbers()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync("file=GAP001\nlot=5\nno=1;scheme=02;fund=141\nend=1");

        Assert.That((await hub.UntilHandlingAsync(1, HandlingState.Dead)).CauseCode, Is.EqualTo(LotCodes.OtherOwner.Id));
    }

    private static ValueTask<IReadOnlyList<LotRecord>> SentAsync(TestHub hub) => hub.Reader.Lots.LotsAsync(new() { State = LotState.Sent }, default);

    private Task<TestHub> StartAsync()
    {
        var id = new FakeExpression(context => [Value.Of(KvFormat.Field(context.Variables["message"][0].Node.Document, "file")!.Split('\n')[0])]);
        var carries = Routes.Of("gap-lots", new Step.Carry("message", "ace-mco", id, Routes.Nowhere)) with { Key = null };
        return TestHub.StartAsync(new TestHubOptions { Routes = [carries, LotSite.Sends], Lots = s_gapNumbers }, _caisse);
    }
}
