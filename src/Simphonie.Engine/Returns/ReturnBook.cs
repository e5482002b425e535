using Simphonie.Core.Journal;
using Simphonie.Core.Returns;
using Simphonie.Engine.Control;
using Simphonie.Engine.Returns.Applying;
using Simphonie.Engine.Returns.Matching;

namespace Simphonie.Engine.Returns;

/// <summary>What people may decide about parts of returns that wait, each command once by its id.</summary>
public sealed class ReturnBook
{
    /// <summary>Tries before a commit that others keep disturbing is given up.</summary>
    private const int MostTries = 20;

    private readonly IJournal _journal;
    private readonly ParkedParts _parked;
    private readonly ReturnCommits _commits;
    private readonly TimeProvider _time;

    internal ReturnBook(IJournal journal, ParkedParts parked, ReturnCommits commits, TimeProvider time)
    {
        (_journal, _parked, _commits, _time) = (journal, parked, commits, time);
    }

    /// <summary>
    /// Brings a parked part to a case all the same: that of its own key, or the one that is named. Lot, payer and amount asked are then taken as the case has them; the
    /// amount paid is the return's. Refused when there is no such case, or when it does not take the part to the cent.
    /// </summary>
    public async ValueTask<CommandResult> ApplyAsync(HubCommand command, long part, string? @case, string why, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < MostTries; tried++)
        {
            var (waiting, refused) = await FindAsync(command, part, why, cancellationToken).ConfigureAwait(false);
            if (waiting is null)
            {
                return refused!;
            }

            var now = _time.GetUtcNow();
            var named = NamedPart.Of(waiting) with { DecidedBy = command.By };
            var (writes, outcome) = await _parked.WritesAsync([waiting], [@case is null ? named : named with { Case = @case }], command.By, why, now, cancellationToken).ConfigureAwait(false);
            if (writes.Count == 0)
            {
                return CommandResult.Refused(part, outcome.Fates[0].Objection ?? ReturnCodes.NotTaken);
            }

            var result = await _commits.CommitAsync([Remember(command, $"apply part {part} of a return"), .. writes], cancellationToken).ConfigureAwait(false);
            if (result.Kind != CommitKind.Conflict)
            {
                return CommandResult.Of(result, part);
            }
        }

        return CommandResult.Refused(part, ControlCodes.Changed);
    }

    /// <summary>Ends a parked part that somebody has dealt with otherwise; no case is told.</summary>
    public async ValueTask<CommandResult> DismissAsync(HubCommand command, long part, string why, CancellationToken cancellationToken)
    {
        var (waiting, refused) = await FindAsync(command, part, why, cancellationToken).ConfigureAwait(false);
        if (waiting is null)
        {
            return refused!;
        }

        var now = _time.GetUtcNow();
        JournalWrite[] writes =
        [
            Remember(command, $"dismiss part {part} of a return"),
            new JournalWrite.DecidePart(part, ParkedState.GivenUp, command.By, why, now),
            ReturnTasks.Close(waiting, command.By, why, now),
        ];
        return CommandResult.Of(await _commits.CommitAsync(writes, cancellationToken).ConfigureAwait(false), part);
    }

    private JournalWrite.RememberCommand Remember(HubCommand command, string what) => new(command.Id, what, command.By, _time.GetUtcNow());

    private async ValueTask<(ParkedPart? Waiting, CommandResult? Refused)> FindAsync(HubCommand command, long part, string why, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return (null, CommandResult.Refused(part, ControlCodes.WhyMissing));
        }

        if (await _journal.Reader.Returns.ParkedAsync(part, cancellationToken).ConfigureAwait(false) is { State: ParkedState.Waiting } waiting)
        {
            return (waiting, null);
        }

        // A command given twice finds what its first time has done: that is a repeat and not a refusal.
        var known = await _journal.CommitAsync([Remember(command, "refused")], cancellationToken).ConfigureAwait(false);
        return (null, known.Kind == CommitKind.Repeated ? new(CommandOutcome.Repeated, part) : CommandResult.Refused(part, ReturnCodes.NotFound));
    }
}
