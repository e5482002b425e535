using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Lots;
using Simphonie.Engine.Control;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Lots;

/// <summary>What people may do with lots, each command once by its id.</summary>
public sealed class LotBook
{
    /// <summary>Tries before an answer that others keep disturbing is given up.</summary>
    private const int MostTries = 20;

    private readonly IJournal _journal;
    private readonly LotsDefinition _settings;
    private readonly LotGate _gate;
    private readonly LotCloser _closer;
    private readonly LotEvents _events;
    private readonly Dispatcher _dispatcher;
    private readonly TimeProvider _time;

    internal LotBook(IJournal journal, LotsDefinition settings, LotGate gate, LotCloser closer, LotEvents events, Dispatcher dispatcher, TimeProvider time)
    {
        _journal = journal;
        _settings = settings;
        _gate = gate;
        _closer = closer;
        _events = events;
        _dispatcher = dispatcher;
        _time = time;
    }

    /// <summary>Why no lot leaves; null when lots do.</summary>
    public Diagnostic? Shut => _gate.Shut;

    /// <summary>Ends an open lot, or releases one that is held: it is numbered and leaves.</summary>
    public async ValueTask<CommandResult> CloseAsync(HubCommand command, long lot, CancellationToken cancellationToken)
    {
        if (await FindAsync(command, lot, static found => found.State == LotState.Open || found is { State: LotState.Ready, Held: true }, cancellationToken).ConfigureAwait(false) is { Refused: { } refused })
        {
            return refused;
        }

        return await CommitAsync(lot, [Remember(command, $"close lot {lot}"), new JournalWrite.EndLot(lot, _time.GetUtcNow())], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes a closed lot back before it has arrived, or once it was given up: what waits to leave of it is discarded, and its invoices come into a new lot, held,
    /// which can be changed and closed. Refused when it was delivered, or when nobody knows whether it was.
    /// </summary>
    public async ValueTask<CommandResult> ReopenAsync(HubCommand command, long lot, string why, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return CommandResult.Refused(lot, ControlCodes.WhyMissing);
        }

        var found = await FindAsync(command, lot, static found => found is { State: LotState.Closed, Foreign: false }, cancellationToken).ConfigureAwait(false);
        if (found.Lot is not { } closed)
        {
            return found.Refused!;
        }

        var now = _time.GetUtcNow();
        var writes = new List<JournalWrite> { Remember(command, $"reopen lot {lot}") };
        var cause = Diagnostic.Of(LotCodes.Taken, Place.Whole, $"{command.By}: {why}");
        foreach (var handling in closed.Message is { } message ? await _journal.Reader.HandlingsOfAsync(message, cancellationToken).ConfigureAwait(false) : [])
        {
            if (!await MayBeTakenBackAsync(handling, writes, cause, now, cancellationToken).ConfigureAwait(false))
            {
                return CommandResult.Refused(lot, LotCodes.WrongState);
            }
        }

        writes.Add(new JournalWrite.RecastLot(lot, closed.Version, LotState.Reopened, Hold: true, now, $"{command.By}: {why}"));
        writes.AddRange(await _events.WritesAsync(LotEvents.Withdrawn, closed, -1, now, cancellationToken).ConfigureAwait(false));
        return await CommitAsync(lot, writes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says by hand what a recipient has answered about a lot: an acknowledgement that names another number, date or file cannot be brought to it otherwise.</summary>
    public async ValueTask<CommandResult> AnswerAsync(HubCommand command, long lot, string? refusal, string why, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return CommandResult.Refused(lot, ControlCodes.WhyMissing);
        }

        var found = await FindAsync(command, lot, static found => found.State is LotState.Closed or LotState.Sent, cancellationToken).ConfigureAwait(false);
        return found.Refused ?? await AnswerAsync(lot, refusal, [Remember(command, $"answer lot {lot}: {why}")], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// What a recipient has answered about a lot (ARL). Positive: it has the lot. Negative: nothing of it was received, and its invoices go again in a new lot, with a new
    /// number, date and file id, at once or when somebody has looked, as hub.yaml says. The same answer again changes nothing.
    /// </summary>
    /// <param name="lot">The lot.</param>
    /// <param name="refusal">Code of the refusal; null: acknowledged.</param>
    /// <param name="before">The caller's own writes, appends first, of the same commit.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async ValueTask<CommandResult> AnswerAsync(long lot, string? refusal, IReadOnlyList<JournalWrite> before, CancellationToken cancellationToken)
    {
        for (var tried = 1; await _journal.Reader.Lots.LotAsync(lot, cancellationToken).ConfigureAwait(false) is { } found; tried++)
        {
            var said = refusal is null ? LotState.Acknowledged : LotState.Refused;
            if (found.State == said)
            {
                return new(CommandOutcome.Repeated, lot);
            }

            // An answer may overtake the outcome of the delivery that it answers.
            if (found.State is not (LotState.Closed or LotState.Sent))
            {
                return CommandResult.Refused(lot, LotCodes.WrongState);
            }

            var now = _time.GetUtcNow();
            IReadOnlyList<JournalWrite> writes =
            [
                .. before,
                refusal is null
                    ? new JournalWrite.MoveLot(lot, found.Version, said, now)
                    : new JournalWrite.RecastLot(lot, found.Version, said, _settings.HoldRefused, now, refusal),
                .. await _events.WritesAsync(refusal is null ? LotEvents.Accepted : LotEvents.Refused, found, -1, now, cancellationToken).ConfigureAwait(false),
            ];
            if (await CommitAsync(lot, writes, cancellationToken).ConfigureAwait(false) is var answered && (answered.Outcome != CommandOutcome.Refused || tried == MostTries))
            {
                return answered;
            }
        }

        return CommandResult.Refused(lot, LotCodes.NotFound);
    }

    /// <summary>Takes an invoice out of a lot that has no number yet: another one of its number may come then.</summary>
    public async ValueTask<CommandResult> TakeOutAsync(HubCommand command, string establishment, World world, InvoiceKey key, CancellationToken cancellationToken)
    {
        var entries = await _journal.Reader.Lots.EntriesOfAsync(establishment, world, key, cancellationToken).ConfigureAwait(false);
        if (entries is not [{ State: LotEntryState.Live } live, ..])
        {
            return await RefuseAsync(command, 0, LotCodes.NotFound, cancellationToken).ConfigureAwait(false);
        }

        var found = await FindAsync(command, live.Lot, static found => found.State is LotState.Open or LotState.Ready, cancellationToken).ConfigureAwait(false);
        return found.Refused ?? await CommitAsync(
            live.Lot,
            [Remember(command, $"take an invoice out of lot {live.Lot}"), new JournalWrite.TakeOutOfLot(establishment, world, key, _time.GetUtcNow())],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends a lot that is with its recipient, with all that is live in it: its number is free again.</summary>
    public async ValueTask<CommandResult> SettleAsync(HubCommand command, long lot, string why, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return CommandResult.Refused(lot, ControlCodes.WhyMissing);
        }

        var found = await FindAsync(command, lot, static found => found.State is LotState.Sent or LotState.Acknowledged, cancellationToken).ConfigureAwait(false);
        if (found.Lot is not { } sent)
        {
            return found.Refused!;
        }

        var settled = await CommitAsync(
            lot,
            [Remember(command, $"settle lot {lot}"), new JournalWrite.SettleLot(lot, sent.Version, _time.GetUtcNow(), $"{command.By}: {why}")],
            cancellationToken).ConfigureAwait(false);
        _closer.Wake();
        return settled;
    }

    /// <summary>Brings a journal that was put back from a backup forward to the numbers that have been given since, and lets lots leave again.</summary>
    public async ValueTask<CommandResult> AcceptAsync(HubCommand command, string why, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return CommandResult.Refused(0, ControlCodes.WhyMissing);
        }

        if (_gate.Shut?.Code != LotCodes.JournalBehind)
        {
            return await RefuseAsync(command, 0, LotCodes.WrongState, cancellationToken).ConfigureAwait(false);
        }

        var result = await CommitAsync(
            0,
            [Remember(command, $"accept newer numbers of lots: {why}"), .. _gate.Newest.Select(static mark => new JournalWrite.AdvanceLots(mark))],
            cancellationToken).ConfigureAwait(false);
        await _gate.OpenAsync(cancellationToken).ConfigureAwait(false);
        _closer.Wake();
        return result;
    }

    private JournalWrite.RememberCommand Remember(HubCommand command, string what) => new(command.Id, what, command.By, _time.GetUtcNow());

    private async ValueTask<CommandResult> CommitAsync(long lot, IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken)
    {
        var result = await _journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        _dispatcher.Announce(result.Lots);
        _dispatcher.Announce(result.Messages.Count > 0);
        _events.Committed();
        _dispatcher.PublishAll(result.Promoted);
        return result.Kind == CommitKind.Conflict ? CommandResult.Refused(lot, LotCodes.Changed) : CommandResult.Of(result, result.Lots is [{ Lot: var made }, ..] ? made : lot);
    }

    private async ValueTask<(LotRecord? Lot, CommandResult? Refused)> FindAsync(HubCommand command, long lot, Func<LotRecord, bool> state, CancellationToken cancellationToken) =>
        await _journal.Reader.Lots.LotAsync(lot, cancellationToken).ConfigureAwait(false) switch
        {
            null => (null, await RefuseAsync(command, lot, LotCodes.NotFound, cancellationToken).ConfigureAwait(false)),
            var found when state(found) => (found, null),
            _ => (null, await RefuseAsync(command, lot, LotCodes.WrongState, cancellationToken).ConfigureAwait(false)),
        };

    // A command given twice finds what its first time has done: that is a repeat and not a refusal.
    private async ValueTask<CommandResult> RefuseAsync(HubCommand command, long lot, DiagnosticCode code, CancellationToken cancellationToken)
    {
        var known = await _journal.CommitAsync([Remember(command, "refused")], cancellationToken).ConfigureAwait(false);
        return known.Kind == CommitKind.Repeated ? new(CommandOutcome.Repeated, lot) : CommandResult.Refused(lot, code);
    }

    // False when something of it has left, may have, or is leaving now.
    private async ValueTask<bool> MayBeTakenBackAsync(HandlingRecord handling, List<JournalWrite> writes, Diagnostic cause, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var delivery in await _journal.Reader.DeliveriesOfAsync(handling.Id, cancellationToken).ConfigureAwait(false))
        {
            if (delivery.State is DeliveryState.Delivered or DeliveryState.Sending or DeliveryState.Unknown || _dispatcher.IsUnderWay(delivery.Key))
            {
                return false;
            }

            if (delivery.State == DeliveryState.Pending)
            {
                writes.Add(Causes.Update(delivery, DeliveryState.Discarded, now, cause));
            }
        }

        if (!HandlingProgress.HasEnded(handling.State) || handling.State == HandlingState.Released)
        {
            writes.Add(Causes.Update(handling, HandlingState.Discarded, handling.Stage, now, cause));
        }

        return true;
    }
}
