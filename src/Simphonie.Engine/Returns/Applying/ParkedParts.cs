using Simphonie.Core.Journal;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Policies;
using Simphonie.Engine.Returns.Matching;

namespace Simphonie.Engine.Returns.Applying;

/// <summary>Brings parked parts to their cases: by themselves once the case is there and agrees, or when somebody has decided.</summary>
internal sealed class ParkedParts(IJournal journal, ActiveDefinitions definitions, PartBook parts, InvoiceEnds ends, ChunkMaker maker, ReturnCommits commits, TimeProvider time)
{
    private const int Page = 200;
    private const string Hub = "hub";

    /// <summary>Looks at every part that may have come right by itself.</summary>
    public async ValueTask RetryAsync(CancellationToken cancellationToken)
    {
        var query = new ParkedQuery { RetriesOnly = true, Limit = Page };
        while (await journal.Reader.Returns.ParkedAsync(query, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            query = query with { After = page[^1].Id };
            foreach (var group in page.GroupBy(static part => (part.Establishment, part.World, part.Process)))
            {
                await RetryAsync([.. group], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The writes that bring parts to their cases, for those that their cases take; nothing is committed.</summary>
    public async ValueTask<(IReadOnlyList<JournalWrite> Writes, PartOutcome Outcome)> WritesAsync(
        IReadOnlyList<ParkedPart> waiting, IReadOnlyList<NamedPart> named, string by, string why, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var of = waiting[0];
        var outcome = await parts.DecideAsync(of.Establishment, of.World, of.Process, named, at, cancellationToken).ConfigureAwait(false);
        var writes = new List<JournalWrite>();
        for (var i = 0; i < waiting.Count; i++)
        {
            var fate = outcome.Fates[i];
            if (fate.Kind is PartFateKind.Applied or PartFateKind.Ignored or PartFateKind.Copy)
            {
                writes.Add(new JournalWrite.DecidePart(waiting[i].Id, ParkedState.Applied, by, why, at));
                writes.Add(ReturnTasks.Close(waiting[i], by, why, at));
                await AddRejectionAsync(writes, waiting[i], fate, at, cancellationToken).ConfigureAwait(false);
            }
        }

        if (writes.Count > 0)
        {
            writes.AddRange(outcome.Writes);
            writes.AddRange(await ends.WritesAsync(of.Establishment, of.World, of.Process, outcome.Fates, at, cancellationToken).ConfigureAwait(false));
        }

        return (writes, outcome);
    }

    private async ValueTask RetryAsync(IReadOnlyList<ParkedPart> waiting, CancellationToken cancellationToken)
    {
        var named = waiting.Select(NamedPart.Of).ToList();
        var (writes, _) = await WritesAsync(waiting, named, Hub, "Its case has appeared and agrees.", time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        if (writes.Count > 0)
        {
            // Somebody who has changed a case meanwhile leaves it to the next round.
            await commits.TryAsync(writes, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AddRejectionAsync(List<JournalWrite> writes, ParkedPart waiting, PartFate fate, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (waiting.Part.Rejections.Count == 0 && waiting.Part.State != PartState.Rejected
            || await journal.Reader.Returns.ReturnAsync(waiting.Return, cancellationToken).ConfigureAwait(false) is not { } of)
        {
            return;
        }

        var reasons = of.Reasons is { } reference && definitions.InForce.Schemas.TryResolve(reference, ParisDate.Of(of.At), out ISchema? list) ? list as IRejectionList : null;
        await maker.AddRejectionAsync(writes, of, waiting.Part, fate, reasons, at, cancellationToken).ConfigureAwait(false);
    }
}
