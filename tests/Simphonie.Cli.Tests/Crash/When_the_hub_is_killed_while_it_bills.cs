using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Cli.Tests.Crash;

/// <summary>
/// The real process, the shipped definitions, SIGKILL at random moments while lots close, files leave, and acknowledgements and returns are brought to cases:
/// no invoice is lost or in two lots, no number is given twice, a file that comes again has the same bytes, and every case adds up to the cent.
/// Rounds: 20, or SIMPHONIE_CRASH_ROUNDS.
/// </summary>
public sealed class When_the_hub_is_killed_while_it_bills
{
    private const int Senders = 4;
    private const int EachRound = 30;

    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("SIMPHONIE_CRASH_ROUNDS") ?? "20", CultureInfo.InvariantCulture);

    private readonly ConcurrentDictionary<int, bool> _kept = new();
    private readonly SemaphoreSlim _room = new(0);
    private readonly Gate _listening = new();
    private int _last;

    [Test]
    [CancelAfter(1_800_000)]
    public async Task Should_bring_every_invoice_to_its_last_cent_once(CancellationToken cancellationToken)
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var site = new BillingSite();
        await site.StartCaisseAsync(cancellationToken);
        await RememberRightsAsync(site, cancellationToken);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(site.Port, stop.Token)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            _room.Release(EachRound);
            using var hub = site.StartHub();
            await RunUntilMomentAsync(hub, random, cancellationToken);
            hub.Kill();
            _listening.Close();
        }

        using var last = site.StartHub();
        await last.WaitUntilReadyAsync(cancellationToken);
        _listening.Open();
        await UntilAllIsDecidedAsync(site, last, cancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(senders);

        CheckFiles(site);
        using var journal = SqliteJournalReader.Open(site.Data, CodeCatalog.Find);
        await CheckCasesAsync(journal.Reader, cancellationToken);
        await CheckLotsAsync(journal.Reader, cancellationToken);
        TestContext.Out.WriteLine($"{Rounds} rounds, {_kept.Count} invoices, {Directory.GetFiles(site.Taken).Length} files");
    }

    private static async Task RememberRightsAsync(BillingSite site, CancellationToken cancellationToken)
    {
        using var hub = site.StartHub();
        await hub.WaitUntilReadyAsync(cancellationToken);
        using var wire = await HttpWire.ConnectAsync(site.Port, cancellationToken);
        await wire.WriteAsync(HttpWire.Post("/fhir", "application/fhir+json", InvoiceText.Rights), cancellationToken);
        Assert.That((await wire.ReadAsync(cancellationToken))?.Status, Is.EqualTo(201));
        await UntilAsync(
            site,
            async journal => await journal.FiguresAsync(cancellationToken) is { Messages: > 0, Unsequenced: 0, Ready: 0 },
            () => "rights were not remembered",
            cancellationToken);
    }

    /// <summary>A moment by chance: while the hub starts, or some time after it is ready, when lots close and the caisse answers.</summary>
    private async Task RunUntilMomentAsync(HubProcess hub, Random random, CancellationToken cancellationToken)
    {
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (random.Next(6) == 0)
        {
            moment.CancelAfter(random.Next(1, 1500));
        }

        try
        {
            await hub.WaitUntilReadyAsync(moment.Token);
            _listening.Open();
            moment.CancelAfter(random.Next(1, 3000));
            await hub.WaitForExitAsync(moment.Token);
            Assert.Fail($"the hub ended by itself:\n{hub.Output}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The moment has come.
        }
    }

    /// <summary>Posts invoice after invoice, and repeats each until it is kept, as a careful GAP does.</summary>
    private async Task SendAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await _room.WaitAsync(cancellationToken);
                var invoice = Interlocked.Increment(ref _last);
                while (!await IsKeptAsync(port, invoice, cancellationToken))
                {
                    await _listening.WaitAsync(cancellationToken);
                }

                _kept[invoice] = true;
            }
        }
        catch (OperationCanceledException)
        {
            // The rounds are over.
        }
    }

    private static async Task<bool> IsKeptAsync(int port, int invoice, CancellationToken cancellationToken)
    {
        try
        {
            using var wire = await HttpWire.ConnectAsync(port, cancellationToken);
            await wire.WriteAsync(HttpWire.Post("/fhir", "application/fhir+json", InvoiceText.Of(invoice)), cancellationToken);
            return (await wire.ReadAsync(cancellationToken))?.Status is 200 or 201;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return false; // the hub was killed
        }
    }

    private Task UntilAllIsDecidedAsync(BillingSite site, HubProcess hub, CancellationToken cancellationToken) => UntilAsync(
        site,
        async journal =>
        {
            if (_kept.Count < Rounds * EachRound)
            {
                return false;
            }

            var counts = await journal.Cases.CountsAsync("invoice", cancellationToken);
            return counts.Where(count => count.State is "paid" or "rejected").Sum(count => count.Count) >= _kept.Count * 2L;
        },
        () => $"{_kept.Count} of {Rounds * EachRound} invoices were kept\n{hub.Output}",
        cancellationToken);

    private static async Task UntilAsync(BillingSite site, Func<IJournalReader, Task<bool>> isSo, Func<string> otherwise, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        using var journal = SqliteJournalReader.Open(site.Data, CodeCatalog.Find);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (!await isSo(journal.Reader))
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var counts = await journal.Reader.Cases.CountsAsync("invoice", cancellationToken);
            Assert.Fail($"{string.Join(' ', counts)}\n{otherwise()}");
        }
    }

    private void CheckFiles(BillingSite site)
    {
        var sent = Directory.GetFiles(site.Taken).Select(SentLot.Read).ToArray();
        var files = sent.DistinctBy(lot => lot.Text).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(site.Unwanted), Is.Empty, "the caisse reads every file");
            Assert.That(files.Select(lot => (lot.Recipient, lot.FileId)), Is.Unique, "a file id has other bytes");
            Assert.That(files.Select(lot => (lot.Recipient, lot.Lot, lot.Date)), Is.Unique, "a number of lot was given twice");
            Assert.That(files.SelectMany(lot => lot.Invoices), Is.Unique, "an invoice is in two lots");
            Assert.That(files.SelectMany(lot => lot.Invoices), Is.EquivalentTo(_kept.Keys.Select(InvoiceText.Number)), "an invoice was lost");
        });
    }

    private async Task CheckCasesAsync(IJournalReader journal, CancellationToken cancellationToken)
    {
        var cases = await journal.Cases.CasesAsync(new CaseQuery { Process = "invoice", Limit = int.MaxValue }, cancellationToken);
        Assert.That(cases.Select(one => one.Key), Is.EquivalentTo(_kept.Keys.SelectMany(invoice =>
            new[] { "amo", "amc" }.Select(part => $"750000010/{InvoiceText.Number(invoice)}/000100/{part}"))));
        foreach (var one in cases)
        {
            using var holds = JsonDocument.Parse(one.Holds);
            long Cents(string name) => holds.RootElement.GetProperty(name).GetInt64();
            var asked = one.Key.EndsWith("amo", StringComparison.Ordinal) ? InvoiceText.AmoCents : InvoiceText.AmcCents;
            Assert.That((Cents("asked"), Cents("open"), Cents("paid") + Cents("rejected")), Is.EqualTo((asked, 0L, asked)), one.Key);
            Assert.That(one.State, Is.EqualTo(Cents("paid") == asked ? "paid" : "rejected"), one.Key);
            var history = await journal.Cases.HistoryAsync(one.Id, 0, 100, cancellationToken);
            Assert.That(history.Where(step => step.Event is "paid" or "rejected").Select(step => step.Outcome), Is.EqualTo(new[] { CaseOutcome.Taken }), $"{one.Key} was decided once");
            Assert.That(history.Select(step => step.Outcome), Has.None.EqualTo(CaseOutcome.Unexpected).And.None.EqualTo(CaseOutcome.Refused), one.Key);
        }
    }

    private static async Task CheckLotsAsync(IJournalReader journal, CancellationToken cancellationToken)
    {
        var lots = await journal.Lots.LotsAsync(new LotQuery { Limit = int.MaxValue }, cancellationToken);
        Assert.That(lots.Select(lot => lot.State), Is.All.EqualTo(LotState.Settled));
        foreach (var series in lots.GroupBy(lot => lot.Group.Recipient))
        {
            Assert.That(series.Select(lot => lot.Number), Is.EquivalentTo(Enumerable.Range(0, series.Count()).Select(ordinal => (ordinal % 999) + 1)), $"numbers of {series.Key} are given one after the other");
        }
    }
}
