using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Processes;

/// <summary>A hub with the process of debts and a route that raises its events from messages <c>debt=1;event=payment;ref=p1;amount=100</c>.</summary>
internal static class DebtHub
{
    public const string Establishment = "750000010";

    public static ProcessDefinition Process { get; } = ProcessText.Compile(ProcessText.Debt);

    public static Task<TestHub> StartAsync(TestHubOptions? options = null) =>
        TestHub.StartAsync((options ?? new()) with { Definitions = options?.Definitions ?? new FakeDefinitions([Process], Routes("open", "payment", "note")) });

    public static Route[] Routes(params string[] events) => [.. events.Select(name => Support.Routes.Of(
        "raise-" + name,
        new Step.Raise(name, "debt", Support.Routes.Nowhere)
        {
            Case = FakeExpression.Field("debt"),
            Identity = FakeExpression.Field("ref"),
            Values = [new("asked", Number("amount")), new("amount", Number("amount")), new("paid", new FakeExpression(_ => [Value.OfLong(0)]))],
        }) with { When = FakeExpression.Is("event", name) })];

    public static ProcessEvent Event(string name, string @case, string identity, long amount, DateTimeOffset at) => new()
    {
        Establishment = Establishment,
        World = World.Test,
        Process = "debt",
        Case = @case,
        Name = name,
        Identity = identity,
        Values = [new("asked", Value.OfLong(amount)), new("amount", Value.OfLong(amount)), new("paid", Value.OfLong(0))],
        At = at,
    };

    public static async Task<CaseRecord?> DebtAsync(this TestHub hub, string number) =>
        (await hub.Reader.Cases.CasesAsync(new() { Process = "debt", Key = number }, CancellationToken.None)).SingleOrDefault();

    public static async Task<IReadOnlyList<CaseHistory>> HistoryAsync(this TestHub hub, string number) =>
        await hub.DebtAsync(number) is { } debt ? await hub.Reader.Cases.HistoryAsync(debt.Id, 0, 1000, CancellationToken.None) : [];

    private static FakeExpression Number(string field) => new(context =>
        KvFormat.Field(context.Variables["message"][0].Node.Document, field) is { } text ? [Value.OfLong(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture))] : []);
}
