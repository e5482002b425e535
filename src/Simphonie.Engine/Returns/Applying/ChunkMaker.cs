using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Returns;
using Simphonie.Engine.Returns.Matching;

namespace Simphonie.Engine.Returns.Applying;

/// <summary>Turns some hundreds of items of a return into the writes of one commit.</summary>
internal sealed class ChunkMaker(IJournal journal, PartBook parts, InvoiceEnds ends)
{
    private readonly ReturnTasks _tasks = new(journal.Reader.Cases);

    public async ValueTask<ReturnChunk> MakeAsync(ReturnRecord of, IReadOnlyList<ReturnItem> items, IRejectionList? reasons, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var chunk = new ReturnChunk(of);
        var named = items.OfType<ReturnItem.Part>().Select(part => NamedPart.Of(of.Identity, part, of.Message)).ToList();
        var outcome = await parts.DecideAsync(of.Establishment, of.World, of.Process, named, at, cancellationToken).ConfigureAwait(false);
        var next = 0;
        foreach (var item in items)
        {
            switch (item)
            {
                case ReturnItem.Part:
                    await AddAsync(chunk, named[next], outcome.Fates[next], reasons, at, cancellationToken).ConfigureAwait(false);
                    next++;
                    break;
                case ReturnItem.Money money:
                    chunk.Keep(money);
                    break;
                case ReturnItem.Transfer transfer when chunk.Keep(transfer).Differs:
                    chunk.Writes.Add(new JournalWrite.OpenWorkItem(ReturnTasks.Of(of, transfer, ReturnCodes.TransferDiffers, at)));
                    break;
            }
        }

        chunk.Writes.AddRange(outcome.Writes);
        chunk.Writes.AddRange(await ends.WritesAsync(of.Establishment, of.World, of.Process, outcome.Fates, at, cancellationToken).ConfigureAwait(false));
        return chunk;
    }

    /// <summary>Keeps the reasons of a rejection that a case was told, and asks somebody to deal with it unless nothing follows from it.</summary>
    public async ValueTask AddRejectionAsync(
        List<JournalWrite> writes, ReturnRecord of, ReturnItem.Part part, PartFate fate, IRejectionList? reasons, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var @case = fate.Case!;
        foreach (var reason in part.Rejections)
        {
            writes.Add(new JournalWrite.KeepRejection(new(of.Id, part.Ordinal, @case.Key, reason, reasons?.Find(reason.Code)?.Family ?? IRejectionList.OtherFamily)));
        }

        if (part.State == PartState.Rejected && fate.Kind == PartFateKind.Applied)
        {
            var known = part.Rejections.Select(reason => reasons?.Find(reason.Code)).FirstOrDefault(static reason => reason is not null);
            writes.Add(new JournalWrite.OpenWorkItem(await _tasks.RejectedAsync(of, part, @case, known, at, cancellationToken).ConfigureAwait(false)));
        }
    }

    private async ValueTask AddAsync(ReturnChunk chunk, NamedPart named, PartFate fate, IRejectionList? reasons, DateTimeOffset at, CancellationToken cancellationToken)
    {
        switch (fate.Kind)
        {
            case PartFateKind.Unhandled:
                chunk.CountUnhandled();
                break;
            case PartFateKind.Copy:
                chunk.CountCopy(named.Part);
                break;
            case PartFateKind.Applied or PartFateKind.Ignored:
                chunk.CountApplied(named.Part);
                if (named.Part.Rejections.Count > 0 || named.Part.State == PartState.Rejected)
                {
                    await AddRejectionAsync(chunk.Writes, chunk.Of, named.Part, fate, reasons, at, cancellationToken).ConfigureAwait(false);
                }

                break;
            default:
                chunk.CountParked(named.Part);
                Park(chunk, named, fate, at);
                break;
        }
    }

    private void Park(ReturnChunk chunk, NamedPart named, PartFate fate, DateTimeOffset at)
    {
        var (of, part, objection) = (chunk.Of, named.Part, fate.Objection ?? ReturnCodes.NotTaken);
        chunk.Writes.Add(new JournalWrite.ParkPart(new()
        {
            Return = of.Id,
            Message = of.Message,
            Establishment = of.Establishment,
            World = of.World,
            Process = of.Process,
            Case = named.Case,
            Identity = named.Identity,
            Part = part.Insured.Length == 0 ? part : part with { Insured = journal.Pseudonym(part.Insured) },
            CauseCode = objection.Id,
            Retries = PartMatch.MayComeRight(objection),
            State = ParkedState.Waiting,
            At = at,
        }));
        chunk.Writes.Add(new JournalWrite.OpenWorkItem(ReturnTasks.Of(of, part, objection, at, fate.Case?.Id)));
    }
}
