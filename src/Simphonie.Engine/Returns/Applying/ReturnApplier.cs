using Microsoft.Extensions.Logging;
using Simphonie.Core.Journal;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Policies;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Returns.Applying;

/// <summary>
/// Applies returns that were verified, one after the other, some hundreds of items in a commit that also says how far it has come: after a crash it goes on there.
/// One loop, so that a return is never applied twice at once; a second one would fail at its first commit.
/// </summary>
internal sealed class ReturnApplier(
    IJournal journal, ActiveDefinitions definitions, IReadOnlyDictionary<string, IReturnFormat> formats, ChunkMaker maker, LotAnswers answers, ParkedParts parked,
    ReturnCommits commits, ILogger logger, TimeProvider time)
{
    /// <summary>Items of a commit: enough to make the commit cheap, few enough that others wait little for the writer.</summary>
    private const int ChunkItems = 400;

    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(5);
    private readonly Bell _bell = new();

    /// <summary>Looks at once: a return was kept.</summary>
    public void Wake() => _bell.Ring();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            long after = 0;
            while (await journal.Reader.Returns.NextAsync(after, cancellationToken).ConfigureAwait(false) is { } next)
            {
                after = next.Id;
                await ApplyAsync(next, cancellationToken).ConfigureAwait(false);
            }

            await parked.RetryAsync(cancellationToken).ConfigureAwait(false);
            await _bell.WaitAsync(s_again, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ApplyAsync(ReturnRecord started, CancellationToken cancellationToken)
    {
        var message = await journal.Reader.MessageAsync(started.Message, cancellationToken).ConfigureAwait(false);
        var schemas = definitions.InForce.Schemas;
        if (message?.Payload is not { } payload || !formats.TryGetValue(started.Format, out var format)
            || !schemas.TryResolve(started.Schema, ParisDate.Of(started.At), out var schema))
        {
            await HaltAsync(started, cancellationToken).ConfigureAwait(false);
            return;
        }

        var reasons = Reasons(started, schemas);
        using var lease = payload.Lease();
        ReturnRecord? current = started;
        while (current is { Status: ReturnStatus.Applying })
        {
            current = await RunAsync(current, format.Items(lease.Memory, schema, current.Applied), reasons, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Applies items until they end; the return as it is then, read again where somebody else has changed something meanwhile.</summary>
    private async ValueTask<ReturnRecord?> RunAsync(ReturnRecord from, IEnumerable<ReturnItem> items, IRejectionList? reasons, CancellationToken cancellationToken)
    {
        var current = from;
        var chunk = new List<ReturnItem>(ChunkItems);
        foreach (var item in items)
        {
            if (item is ReturnItem.LotAnswer answer)
            {
                if (!await TryAsync(chunk).ConfigureAwait(false) || await answers.TryAsync(current, answer, cancellationToken).ConfigureAwait(false) is not { } told)
                {
                    return await AgainAsync().ConfigureAwait(false);
                }

                current = told;
                continue;
            }

            chunk.Add(item);
            if (chunk.Count == ChunkItems && !await TryAsync(chunk).ConfigureAwait(false))
            {
                return await AgainAsync().ConfigureAwait(false);
            }
        }

        if (!await TryAsync(chunk).ConfigureAwait(false))
        {
            return await AgainAsync().ConfigureAwait(false);
        }

        if (current.Applied != current.Items)
        {
            await HaltAsync(current, cancellationToken).ConfigureAwait(false);
            return null;
        }

        // The commit of its last item has completed it; what had none left begins and ends here.
        if (current.Status != ReturnStatus.Complete)
        {
            await commits.TryAsync([new ReturnChunk(current).Advance(current.Applied, ReturnStatus.Complete, time.GetUtcNow())], cancellationToken).ConfigureAwait(false);
        }

        EngineLog.ReturnApplied(logger, current.Id, current.Items);
        return null;

        async ValueTask<bool> TryAsync(List<ReturnItem> those)
        {
            if (those.Count == 0)
            {
                return true;
            }

            var now = time.GetUtcNow();
            var made = await maker.MakeAsync(current, those, reasons, now, cancellationToken).ConfigureAwait(false);
            var to = those[^1].Ordinal + 1;
            if (!await commits.TryAsync([.. made.Writes, made.Advance(to, now)], cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            current = made.After(to);
            those.Clear();
            return true;
        }

        ValueTask<ReturnRecord?> AgainAsync() => journal.Reader.Returns.ReturnAsync(from.Id, cancellationToken);
    }

    private async ValueTask HaltAsync(ReturnRecord of, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var item = new WorkItemRecord
        {
            Establishment = of.Establishment,
            Code = ReturnCodes.Unreadable.Id,
            What = ReturnCodes.Unreadable.Help,
            Why = $"{of.Applied} of {of.Items} items were applied.",
            Message = of.Message,
            OpenedAt = now,
            Identity = $"return/{of.Id}/halted",
        };
        await commits.TryAsync(
            [new ReturnChunk(of).Advance(of.Applied, ReturnStatus.Halted, now, ReturnCodes.Unreadable.Id), new JournalWrite.OpenWorkItem(item)], cancellationToken).ConfigureAwait(false);
        EngineLog.ReturnHalted(logger, of.Id);
    }

    private static IRejectionList? Reasons(ReturnRecord of, ISchemaCatalog schemas) =>
        of.Reasons is { } reference && schemas.TryResolve(reference, ParisDate.Of(of.At), out var list) ? list as IRejectionList : null;
}
