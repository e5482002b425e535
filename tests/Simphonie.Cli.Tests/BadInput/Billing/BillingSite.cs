using System.Security.Cryptography;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;

namespace Simphonie.Cli.Tests.BadInput.Billing;

/// <summary>A real hub with the shipped routes of invoices: the GAP's own B2 files come by a folder and leave by one, the caisse's returns and acknowledgements come by folders, or as a test says.</summary>
internal sealed class BillingSite : IAsyncDisposable
{
    private static readonly string[] s_definitions =
    [
        "carried-lots.route.yaml", "lots.route.yaml", "returns.route.yaml", "acknowledgements.route.yaml", "invoice.process.yaml", "fides.parameters.yaml", "invoice-status.table.yaml",
    ];

    /// <param name="mailbox">Key and fields of a mail channel that returns come by too, as <c>mail: {…}</c>; null: none.</param>
    public BillingSite(string? mailbox = null)
    {
        var mail = mailbox is null ? "" : $"  returns-mail:\n    {mailbox}\n    format: noemie/ps\n";
        Site = new TestSite(
            new Dictionary<string, int>(StringComparer.Ordinal),
            settings: $$"""
            lots:
              directory: "{{Path.Combine(Repository.Root, "routes", "fides", "cases", "caisses.csv")}}"
              numbers: gap
              process: invoice
            endpoints:
              caisse:
                directory: {path: to-caisse, name: "{id}.b2"}
                format: b2/cp
            """,
            inbound: $$"""
              gap-b2:
                directory: {path: gap-b2, poll_seconds: 1, stable_seconds: 0}
                format: b2/cp
              caisse-acknowledgements:
                directory: {path: caisse-acknowledgements, poll_seconds: 1, stable_seconds: 0}
                format: noemie/arl-hub
              caisse-returns:
                directory: {path: caisse-returns, poll_seconds: 1, stable_seconds: 0}
                format: noemie/ps
            {{mail}}
            """,
            definitions: Path.Combine(Repository.Root, "mappings"));
        foreach (var folder in (string[])["gap-b2", "caisse-acknowledgements", "caisse-returns", "to-caisse"])
        {
            Directory.CreateDirectory(Path.Combine(Site.Directory, folder));
        }

        foreach (var file in s_definitions)
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, "routes", "fides", file));
            File.WriteAllText(Path.Combine(Site.Routes, file), mailbox is null ? text : text.Replace("from: caisse-returns\n", "from: [caisse-returns, returns-mail]\n", StringComparison.Ordinal));
        }
    }

    public TestSite Site { get; }

    /// <summary>Files that have reached the caisse.</summary>
    public string[] Sent => Directory.GetFiles(Path.Combine(Site.Directory, "to-caisse"));

    /// <summary>Puts a file into the folder of a channel; the message that it becomes.</summary>
    public async Task<MessageRecord> DropAsync(string channel, byte[] bytes, CancellationToken cancellationToken)
    {
        var before = await LastAsync(channel, cancellationToken);
        var hidden = Path.Combine(Site.Directory, $".{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(hidden, bytes, cancellationToken);
        File.Move(hidden, Path.Combine(Site.Directory, channel, $"{Guid.NewGuid():N}.dat"));
        return await NextAsync(channel, before, cancellationToken);
    }

    /// <summary>Id of the last message of a channel, 0 for none.</summary>
    public async Task<long> LastAsync(string channel, CancellationToken cancellationToken) => (long)await Site.WaitForAsync(
        async (journal, token) => (object?)((await journal.MessagesAsync(new MessageQuery { Channel = channel, Limit = 1 }, token)).FirstOrDefault()?.Id ?? 0L), cancellationToken);

    /// <summary>The message of a channel that comes behind another one.</summary>
    public Task<MessageRecord> NextAsync(string channel, long before, CancellationToken cancellationToken) => Site.WaitForAsync(
        async (journal, token) => await journal.MessagesAsync(new MessageQuery { Channel = channel, Limit = 1 }, token) is [var last] && last.Id > before ? await journal.MessageAsync(last.Id, token) : null,
        cancellationToken);

    /// <summary>The only handling of a message once it has ended.</summary>
    public Task<HandlingRecord> EndedAsync(long message, CancellationToken cancellationToken) => Site.WaitForAsync(
        async (journal, token) => (await journal.HandlingsOfAsync(message, token)).FirstOrDefault(
            static handling => handling.State is HandlingState.Done or HandlingState.Dropped or HandlingState.Dead or HandlingState.Released or HandlingState.Unknown), cancellationToken);

    public Task<ReturnRecord> ReturnAsync(long message, CancellationToken cancellationToken) => Site.WaitForAsync(
        async (journal, token) => (await journal.Returns.ReturnsAsync(new() { Message = message }, token)).FirstOrDefault(static one => one.Status != ReturnStatus.Applying), cancellationToken);

    public Task<CaseRecord> CaseAsync(string key, string state, CancellationToken cancellationToken) => Site.WaitForAsync(
        async (journal, token) => (await journal.Cases.CasesAsync(new() { Process = "invoice", Key = key, State = state }, token)).FirstOrDefault(), cancellationToken);

    /// <summary>What is there now: lots, cases and returns that were applied.</summary>
    public async Task<(int Lots, int Cases, long Paid)> StandingAsync(CancellationToken cancellationToken)
    {
        var standing = await Site.WaitForAsync(
            async (journal, token) => (object?)(
                (await journal.Lots.LotsAsync(new LotQuery { Limit = 1000 }, token)).Count,
                (await journal.Cases.CasesAsync(new() { Limit = 1000 }, token)).Count,
                (await journal.Returns.ReturnsAsync(new() { Limit = 1000 }, token)).Sum(static one => one.Tally.Paid)),
            cancellationToken);
        return ((int, int, long))standing;
    }

    public async Task<IReadOnlyList<WorkItemRecord>> TasksAsync(CancellationToken cancellationToken) =>
        await Site.WaitForAsync(async (journal, token) => (IReadOnlyList<WorkItemRecord>?)await journal.WorkItemsAsync(new(Limit: 500), token), cancellationToken);

    public static void AssertKept(MessageRecord message, byte[] bytes)
    {
        using var lease = message.Payload!.Lease();
        Assert.That(SHA256.HashData(lease.Memory.Span), Is.EqualTo(SHA256.HashData(bytes)), "every byte is kept");
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
