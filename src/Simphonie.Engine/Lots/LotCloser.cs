using Microsoft.Extensions.Logging;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Lots;

/// <summary>
/// Ends open lots whose time has come, and closes those that are ready: number, file and message in one commit, which fails as a whole when anything that it
/// was decided by has changed. One loop, so that numbers of a series are given one after the other.
/// </summary>
internal sealed class LotCloser(IJournal journal, ActiveDefinitions definitions, LotComposer composer, LotGate gate, LotEvents events, Dispatcher dispatcher, ILogger logger, TimeProvider time)
{
    private const int Page = 64;
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);
    private readonly Bell _bell = new();
    private readonly WakeTimes _wakes = new(1024);

    /// <summary>Takes note of what a commit did to lots.</summary>
    public void Noticed(IReadOnlyList<LotChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.State == LotState.Ready || (change.ClosesAt is { } closes && _wakes.Add(closes)))
            {
                _bell.Ring();
            }
        }
    }

    /// <summary>Looks again at once: a number has become free, or the gate was opened.</summary>
    public void Wake() => _bell.Ring();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            await EndDueAsync(now, cancellationToken).ConfigureAwait(false);
            await CloseReadyAsync(cancellationToken).ConfigureAwait(false);
            var wait = _wakes.After(now) is { } next ? next - now : s_safety;
            await _bell.WaitAsync(wait < s_safety ? wait : s_safety, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask EndDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (await journal.Reader.Lots.DueAsync(now, Page, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var lot in page)
            {
                // A conflict means that it filled up or was emptied meanwhile.
                await journal.CommitAsync([new JournalWrite.EndLot(lot.Id, now)], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask CloseReadyAsync(CancellationToken cancellationToken)
    {
        var after = 0L;
        while (gate.Shut is null && await journal.Reader.Lots.ReadyAsync(after, Page, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var lot in page)
            {
                after = lot.Id;
                await CloseAsync(lot, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask CloseAsync(LotRecord ready, CancellationToken cancellationToken)
    {
        var lot = ready;
        while (lot is { State: LotState.Ready, Held: false, Totals.Invoices: > 0 })
        {
            if (composer.Prepare(lot, definitions.InForce.Schemas, out var layout) is { } objection)
            {
                await AlertAsync(lot, objection, $"lot/{lot.Id}/{objection.Code.Id}", cancellationToken).ConfigureAwait(false);
                return;
            }

            var (mark, taken) = await journal.Reader.Lots.NumbersAsync(lot.Group.Series, cancellationToken).ConfigureAwait(false);
            var (number, skipped) = LotNumbering.Next(mark.Number, taken);
            if (number == 0)
            {
                var full = Diagnostic.Of(LotCodes.NumbersUsedUp, Place.Whole, $"All {LotNumbering.Highest} numbers are taken at {lot.Group.Recipient}.");
                await AlertAsync(lot, full, $"lots/{lot.Group.World}/{lot.Group.Recipient}/{mark.Sequence}/full", cancellationToken).ConfigureAwait(false);
                return;
            }

            if (await TryAsync(lot, layout!, mark, number, skipped, cancellationToken).ConfigureAwait(false) || gate.Shut is not null)
            {
                return;
            }

            // Something was taken out, or the series has come further: decided again over what is so now.
            lot = await journal.Reader.Lots.LotAsync(lot.Id, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> TryAsync(LotRecord lot, LotLayout layout, LotMark mark, int number, IReadOnlyList<int> skipped, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = ParisDate.Of(now);
        var fileId = LotNumbering.NextFileId(mark.FileId);
        while (await journal.Reader.Lots.IsFileKnownAsync(lot.Group.Series, fileId, cancellationToken).ConfigureAwait(false))
        {
            fileId = LotNumbering.NextFileId(fileId);
        }

        var findings = skipped.Count == 0
            ? (IReadOnlyList<Diagnostic>)[]
            : [Diagnostic.Of(LotCodes.NumberSkipped, Place.Whole, $"{string.Join(", ", skipped)} {(skipped.Count == 1 ? "is" : "are")} still open with {lot.Group.Recipient}.")];
        var message = await composer.WriteAsync(lot, layout, composer.Sheet(lot, layout, number, fileId, today), findings, now, cancellationToken).ConfigureAwait(false);
        var closing = new LotClosing
        {
            Lot = lot.Id,
            Version = lot.Version,
            Series = lot.Group.Series,
            Number = number,
            Date = today,
            FileId = fileId,
            Sequence = mark.Sequence + 1,
            At = now,
            OfAppend = 0,
        };
        var told = await events.ClosedAsync(lot with { Number = number, Date = today, FileId = fileId }, layout, closing.OfAppend, now, cancellationToken).ConfigureAwait(false);
        JournalWrite[] writes = [new JournalWrite.Append(message), new JournalWrite.CloseLot(closing), .. told];
        var closed = await gate.CloseAsync(
            new(lot.Group.Series, closing.Sequence, number, fileId),
            async () => (await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false)).Kind == CommitKind.Committed,
            cancellationToken).ConfigureAwait(false);
        if (closed)
        {
            EngineLog.LotClosed(logger, lot.Id, number, lot.Group.Recipient, lot.Totals.Invoices);
            dispatcher.Announce(appended: true);
            events.Committed();
        }

        return closed;
    }

    private async ValueTask AlertAsync(LotRecord lot, Diagnostic why, string identity, CancellationToken cancellationToken)
    {
        EngineLog.LotWaits(logger, lot.Id, why.Code.Id);
        var item = new WorkItemRecord
        {
            Establishment = lot.Group.Establishment,
            Code = why.Code.Id,
            What = why.Code.Help,
            Why = why.Text,
            OpenedAt = time.GetUtcNow(),
            Identity = identity,
        };
        await journal.CommitAsync([new JournalWrite.OpenWorkItem(item)], cancellationToken).ConfigureAwait(false);
    }
}
