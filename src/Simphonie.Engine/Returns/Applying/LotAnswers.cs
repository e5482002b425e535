using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Engine.Control;
using Simphonie.Engine.Lots;

namespace Simphonie.Engine.Returns.Applying;

/// <summary>Brings acknowledgements to their lots. What they do to a lot and its cases is in one commit with how far the return has come.</summary>
internal sealed class LotAnswers(IJournal journal, LotParts? lots, ReturnCommits commits, TimeProvider time)
{
    /// <summary>The return after it; null when something has changed meanwhile.</summary>
    public async ValueTask<ReturnRecord?> TryAsync(ReturnRecord of, ReturnItem.LotAnswer answer, CancellationToken cancellationToken)
    {
        var chunk = new ReturnChunk(of);
        chunk.CountAnswer();
        var now = time.GetUtcNow();
        var to = answer.Ordinal + 1;
        var advance = chunk.Advance(to, now);
        var lot = await FindAsync(of, answer, cancellationToken).ConfigureAwait(false);
        if (lots is not null && lot is { State: LotState.Closed or LotState.Sent })
        {
            var answered = await lots.Book.AnswerAsync(lot.Id, answer.Accepted ? null : answer.Code ?? "", [advance], cancellationToken).ConfigureAwait(false);
            return answered.Outcome == CommandOutcome.Done ? chunk.After(to) : null;
        }

        // The same answer again, and an acknowledgement of a lot that was paid before it came, change nothing.
        var agrees = lot is not null && (answer.Accepted ? lot.State is LotState.Acknowledged or LotState.Settled : lot.State == LotState.Refused);
        IReadOnlyList<JournalWrite> writes = agrees ? [advance] : [advance, new JournalWrite.OpenWorkItem(ReturnTasks.Of(of, answer, ReturnCodes.AnswerUnmatched, now))];
        return await commits.TryAsync(writes, cancellationToken).ConfigureAwait(false) ? chunk.After(to) : null;
    }

    private async ValueTask<LotRecord?> FindAsync(ReturnRecord of, ReturnItem.LotAnswer answer, CancellationToken cancellationToken)
    {
        var query = new LotQuery { Number = answer.Lot, Date = answer.LotDate, Limit = 200 };
        var found = (await journal.Reader.Lots.LotsAsync(query, cancellationToken).ConfigureAwait(false))
            .Where(lot => lot.Group.Establishment == of.Establishment && lot.Group.World == of.World && lot.Date == answer.LotDate
                && (answer.FileId.Length == 0 || lot.FileId == answer.FileId))
            .ToList();

        // Recipients have series of their own, so that several have lots of one number, date and file id: then who answers tells them apart.
        var own = found.Where(lot => lots is not null && lots.Addresses.Is(lot.Group.Recipient, answer.Payer)).ToList();
        return own.Count == 1 ? own[0] : own.Count == 0 && found.Count == 1 ? found[0] : null;
    }
}
