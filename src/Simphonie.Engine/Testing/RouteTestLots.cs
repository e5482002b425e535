using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Testing;
using Simphonie.Engine.Lots;

namespace Simphonie.Engine.Testing;

/// <summary>The lots of a route test: closes them at its end, and tells what is in them.</summary>
internal sealed class RouteTestLots(LotBook book, RecordingJournal journal)
{
    private const int Page = 100;
    private const string By = "test";

    /// <summary>Closes every open lot, and returns when each has its number or a task says why it gets none.</summary>
    public async ValueTask CloseAsync(CancellationToken cancellationToken)
    {
        foreach (var lot in await AllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (lot.State == LotState.Open)
            {
                var id = lot.Id.ToString(CultureInfo.InvariantCulture);
                await book.CloseAsync(new(id, By), lot.Id, cancellationToken).ConfigureAwait(false);
            }
        }

        while ((await AllAsync(cancellationToken).ConfigureAwait(false)).Exists(lot => lot is { State: LotState.Ready, Held: false } && !IsStopped(lot)))
        {
            await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lots that hold an invoice, in the order in which they were opened.</summary>
    public async ValueTask<IReadOnlyList<TestLot>> LotsAsync(CancellationToken cancellationToken)
    {
        var lots = await AllAsync(cancellationToken).ConfigureAwait(false);
        return [.. lots.Where(static lot => lot.Totals.Invoices > 0).Select(static lot => new TestLot(lot.Group.Kind, lot.Group.Recipient, lot.Group.Scheme, lot.Group.Fund, lot.Number, lot.Totals.Invoices))];
    }

    /// <summary>Files of closed lots, those of lots that came made among them.</summary>
    public async ValueTask<IReadOnlyList<TestLotFile>> FilesAsync(Func<MessageRecord, Document> read, CancellationToken cancellationToken)
    {
        var files = new List<TestLotFile>();
        foreach (var file in (await AllAsync(cancellationToken).ConfigureAwait(false)).Where(static lot => lot.Message is not null).DistinctBy(static lot => lot.Message))
        {
            if (await journal.Reader.MessageAsync(file.Message!.Value, cancellationToken).ConfigureAwait(false) is { } message)
            {
                files.Add(new(file.Group.Recipient, read(message)));
            }
        }

        return files;
    }

    private bool IsStopped(LotRecord lot) => journal.WorkItems.Any(item => item.Identity?.StartsWith(string.Create(CultureInfo.InvariantCulture, $"lot/{lot.Id}/"), StringComparison.Ordinal) == true);

    private async ValueTask<List<LotRecord>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<LotRecord>();
        long? before = null;
        while (await journal.Reader.Lots.LotsAsync(new() { Before = before, Limit = Page }, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            all.AddRange(page);
            before = page[^1].Id;
        }

        all.Reverse();
        return all;
    }
}
