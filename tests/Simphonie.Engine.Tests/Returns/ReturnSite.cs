using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Tests.Support;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Tests.Returns;

/// <summary>A hub with the shipped process of invoices and a route that reconciles returns of <see cref="LineReturns"/>.</summary>
internal static class ReturnSite
{
    public const string Establishment = "750000010";

    public const string Date = "2026-03-02";

    private static readonly string s_folder = Path.Combine(Root(), "routes", "fides");

    public static ProcessDefinition Process { get; } = ProcessText.Compile(
        File.ReadAllText(Path.Combine(s_folder, "invoice.process.yaml")), File.ReadAllText(Path.Combine(s_folder, "fides.parameters.yaml")));

    public static Route Reconciles { get; } = Routes.Of("returns", new Step.Reconcile("kv", "invoice", null, Routes.Nowhere), Routes.Send("gap")) with { Key = FakeExpression.Field("return") };

    public static TestHubOptions Options => new() { Definitions = new FakeDefinitions([Process], Reconciles) };

    /// <summary>Opens the case of a part and puts it into a lot, sent.</summary>
    public static async Task SendInvoiceAsync(this TestHub hub, string number, long asked, string part = "amo", int lot = 1, string? payer = null, string complement = "")
    {
        var at = hub.Time.GetUtcNow();
        var key = Key(number, part, complement);
        ProcessEvent Event(string name, params KeyValuePair<string, Value>[] values) =>
            new() { Establishment = Establishment, World = World.Test, Process = "invoice", Case = key, Name = name, Identity = $"{name}/{key}/{lot}", Values = values, At = at };
        List<KeyValuePair<string, Value>> received = [new("part", Value.Of(part)), new("asked", Value.OfLong(asked))];
        if (payer is not null)
        {
            received.Add(new("payer", Value.Of(payer)));
        }

        ProcessEvent[] events =
        [
            Event("received", [.. received]),
            Event("controlled"),
            Event("closed-in-lot", new("lot", Value.OfLong(lot)), new("lot_date", Value.OfDate(Date)), new("file", Value.Of("000001"))),
            Event("lot-sent", new("lot", Value.OfLong(lot)), new("lot_date", Value.OfDate(Date))),
        ];
        Assert.That((await hub.Engine.Cases.CommitAsync(events, null, default)).Kind, Is.EqualTo(CommitKind.Committed));
    }

    public static string Key(string number, string part = "amo", string complement = "") => $"{Establishment}/{number}/{complement}/{part}";

    /// <summary>A line about a part that was asked for <paramref name="asked"/> in lot 1.</summary>
    public static string Paid(string number, long asked, long paid, string part = "amo", int lot = 1) => $"no={number};part={part};lot={lot};date={Date};asked={asked};state=P;paid={paid}";

    public static async Task<CaseRecord> CaseAsync(this TestHub hub, string number, string part = "amo") =>
        (await hub.Reader.Cases.CasesAsync(new() { Process = "invoice", Key = Key(number, part) }, default)).Single();

    public static async Task<ReturnRecord> ReturnAsync(this TestHub hub, long message) => (await hub.Reader.Returns.ReturnsAsync(new() { Message = message }, default)).Single();

    public static Task UntilCompleteAsync(this TestHub hub, long message) =>
        hub.UntilAsync(async () => (await hub.Reader.Returns.ReturnsAsync(new() { Message = message }, default)) is [{ Status: ReturnStatus.Complete }], "applied to its end");

    /// <summary>Sends a return; its message's id.</summary>
    public static async Task<long> SendReturnAsync(this TestHub hub, string identity, params string[] lines) =>
        (await hub.SendAsync($"return={identity};id={identity}-{Guid.NewGuid():N}\n{string.Join('\n', lines)}")).MessageId;

    private static string Root()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!Directory.Exists(Path.Combine(directory.FullName, "routes")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }
}
