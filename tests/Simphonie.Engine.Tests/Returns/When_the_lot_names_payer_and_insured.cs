using Simphonie.Core.Documents;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Returns;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Returns;

/// <summary>
/// No route names an identity or a payer: the case has both from the records of its invoice and the directory, when the lot closes. LineLots names a recipient by its code.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_the_lot_names_payer_and_insured
{
    private const string Number = "000000001";
    private const string Nir = "2970272020778";

    private readonly FakeEndpoint _caisse = new("caisse");
    private readonly FakeEndpoint _gap = new("gap");

    [Test]
    public async Task Should_hold_a_stand_in_and_never_the_number()
    {
        await using var hub = await StartAsync();
        var holds = (await hub.CaseAsync(Number)).Holds;

        Assert.That(holds, Does.Contain($"\"insured\":\"{hub.Journal.Pseudonym(Nir)}\"").And.Contain("\"payer\":\"01750\""));
        Assert.That(holds, Does.Not.Contain(Nir));
    }

    [TestCase(Nir, "01750", null)]
    [TestCase("", "", null)]
    [TestCase("1820199999013", "01750", "SIM4762")]
    [TestCase(Nir, "01061", "SIM4760")]
    public async Task Should_compare_both_with_what_a_return_says(string nir, string payer, string? objection)
    {
        await using var hub = await StartAsync();
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", $"{ReturnSite.Paid(Number, 100, 100)};nir={nir};payer={payer}"));

        Assert.That((await hub.Reader.Returns.ParkedAsync(new ParkedQuery(), default)).Select(part => part.CauseCode), Is.EqualTo(objection is null ? Array.Empty<string>() : [objection]));
        Assert.That((await hub.CaseAsync(Number)).State, Is.EqualTo(objection is null ? "paid" : "sent"));
    }

    [Test]
    public async Task Should_compare_a_parked_part_by_its_stand_in_once_its_case_appears()
    {
        var options = Options;
        await using var hub = await TestHub.StartAsync(options, _caisse, _gap);
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", $"{ReturnSite.Paid(Number, 100, 100)};nir={Nir};payer=01750"));
        await SendInvoiceAsync(hub);
        await hub.PassAsync(async () => (await hub.CaseAsync(Number)).State == "paid", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20), "paid");

        Assert.That((await hub.Reader.Returns.ParkedAsync(new ParkedQuery(), default)).Single().State, Is.EqualTo(ParkedState.Applied));
    }

    private static TestHubOptions Options => ReturnSite.Options with
    {
        Definitions = new FakeDefinitions(
            [ReturnSite.Process],
            LotSite.Adds with { When = FakeExpression.When(static document => KvFormat.Field(document, "return") is null) },
            LotSite.Sends,
            ReturnSite.Reconciles with { When = FakeExpression.When(static document => KvFormat.Field(document, "return") is not null) }),
        Lots = LotSite.Lots with { Invoices = 1, Process = "invoice" },
    };

    private static async Task SendInvoiceAsync(TestHub hub)
    {
        ProcessEvent Event(string name, params KeyValuePair<string, Value>[] values) => new()
        {
            Establishment = ReturnSite.Establishment, World = World.Test, Process = "invoice", Case = ReturnSite.Key(Number), Name = name, Identity = name, Values = values, At = hub.Time.GetUtcNow(),
        };
        await hub.Engine.Cases.CommitAsync([Event("received", new("part", Value.Of("amo")), new("asked", Value.OfLong(100))), Event("controlled")], null, default);
        await hub.SendAsync($"id=1;no={Number};amount=100;nir={Nir}");
        await hub.UntilAsync(async () => await hub.Reader.Lots.LotAsync(1, default) is { State: LotState.Sent }, "sent");
    }

    // An invoice of 100 cents for a person, sent in lot 1.
    private async Task<TestHub> StartAsync()
    {
        var hub = await TestHub.StartAsync(Options, _caisse, _gap);
        await SendInvoiceAsync(hub);
        return hub;
    }
}
