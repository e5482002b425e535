using Simphonie.Core.Journal;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Processes;

public sealed class When_a_process_changes
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Should_end_a_case_under_the_version_that_it_began_with()
    {
        var second = ProcessText.Compile(ProcessText.Debt.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("settled", "cleared", StringComparison.Ordinal).Replace("2020-01-01", "2021-01-01", StringComparison.Ordinal));
        var definitions = new FakeDefinitions([DebtHub.Process]);
        await using var hub = await TestHub.StartAsync(new TestHubOptions { Definitions = definitions });
        await BringAsync(hub, DebtHub.Event("open", "old", "o", 1000, s_now));

        definitions.Processes = [second];
        definitions.Swap("r2");
        await hub.UntilAsync(async () => (await hub.Reader.RevisionsAsync(1, CancellationToken.None))[0].Revision == "r2", "the second revision");
        await hub.QuietAsync();
        await BringAsync(hub, DebtHub.Event("open", "new", "o", 1000, s_now), DebtHub.Event("payment", "old", "p", 1000, s_now), DebtHub.Event("payment", "new", "p", 1000, s_now));

        Assert.That((await hub.DebtAsync("old"))!.State, Is.EqualTo("settled"));
        Assert.That((await hub.DebtAsync("new"))!.State, Is.EqualTo("cleared"));
    }

    [Test]
    public async Task Should_keep_an_event_when_the_definition_cannot_be_had_any_more()
    {
        var definitions = new FakeDefinitions([DebtHub.Process]);
        definitions.Unreadable.Add("r1");
        var first = await TestHub.StartAsync(new TestHubOptions { Definitions = definitions });
        await BringAsync(first, DebtHub.Event("open", "old", "o", 1000, s_now));
        await first.QuietAsync();
        await first.KillAsync();
        definitions.Processes = [];
        definitions.Swap("r2");

        await using var hub = await TestHub.StartAsync(new TestHubOptions { Directory = first.DataDirectory, Definitions = definitions });
        await BringAsync(hub, DebtHub.Event("payment", "old", "p", 1000, s_now));

        Assert.That((await hub.DebtAsync("old"))!.State, Is.EqualTo("open"));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), CancellationToken.None)).Select(item => item.Code), Does.Contain("SIM4609"));
    }

    private static async Task BringAsync(TestHub hub, params ProcessEvent[] events) =>
        Assert.That((await hub.Engine.Cases.CommitAsync(events, null, CancellationToken.None)).Kind, Is.EqualTo(CommitKind.Committed));
}
