using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Control;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Replay;

/// <summary>Runs messages again: dry, to see what definitions make of them, or for real, with new effects and a reason.</summary>
public sealed class Replayer
{
    private readonly IJournal _journal;
    private readonly RouteBook _book;
    private readonly ActiveDefinitions _definitions;
    private readonly DryRun _dryRun;
    private readonly Dispatcher _dispatcher;
    private readonly EngineClock _clock;

    internal Replayer(IJournal journal, RouteBook book, ActiveDefinitions definitions, DryRun dryRun, Dispatcher dispatcher, EngineClock clock)
    {
        _journal = journal;
        _book = book;
        _definitions = definitions;
        _dryRun = dryRun;
        _dispatcher = dispatcher;
        _clock = clock;
    }

    /// <summary>
    /// What would the definitions have produced? <paramref name="against"/> is a revision, null for the one that handled it. Opens no connection, writes nothing.
    /// The finding says why it could not be tried; it is null otherwise.
    /// </summary>
    public async ValueTask<(ReplayReport? Report, Diagnostic? Finding)> DryRunAsync(long handling, string? against, CancellationToken cancellationToken)
    {
        if (await _journal.Reader.HandlingAsync(handling, cancellationToken).ConfigureAwait(false) is not { } record
            || await _journal.Reader.MessageAsync(record.Message, cancellationToken).ConfigureAwait(false) is not { Payload: not null } message)
        {
            return (null, Say(ReplayCodes.NotFound));
        }

        var revision = against ?? record.Revision;
        return await BookedAsync(record, revision, cancellationToken).ConfigureAwait(false) is { } booked
            ? (await _dryRun.RunAsync(booked, revision, record, message, cancellationToken).ConfigureAwait(false), null)
            : (null, Say(ReplayCodes.RevisionUnknown));
    }

    /// <summary>Handles a message again on one route under the definitions in force, with new effects.</summary>
    public async ValueTask<CommandResult> AsNewAsync(HubCommand command, long handling, string why, bool force, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return CommandResult.Refused(handling, ReplayCodes.NeedsReason);
        }

        if (await _journal.Reader.HandlingAsync(handling, cancellationToken).ConfigureAwait(false) is not { } record
            || await _journal.Reader.MessageAsync(record.Message, cancellationToken).ConfigureAwait(false) is not { Payload: not null })
        {
            return CommandResult.Refused(handling, ReplayCodes.NotFound);
        }

        if (!HandlingProgress.HasEnded(record.State))
        {
            return CommandResult.Refused(handling, ReplayCodes.StillOpen);
        }

        if (!force && await _journal.Reader.NewerDeliveredAsync(handling, cancellationToken).ConfigureAwait(false) is not null)
        {
            return CommandResult.Refused(handling, ReplayCodes.NewerDelivered);
        }

        var revision = _definitions.InForce.Revision;
        if (await BookedAsync(record, revision, cancellationToken).ConfigureAwait(false) is not { } booked)
        {
            return CommandResult.Refused(handling, ReplayCodes.RevisionUnknown);
        }

        var now = _clock.Next();
        var insert = new HandlingInsert
        {
            Message = record.Message,
            Establishment = record.Establishment,
            Route = record.Route,
            RouteVersion = booked.Plan.Route.Version,
            Revision = revision,
            Key = record.Key,
            Lane = record.Lane,
            Now = now,
            BusinessDate = record.BusinessDate,
            ExpiresAt = booked.Plan.Route.Expires is { } expires ? now + expires : null,
            ReplayOf = handling,
            Subjects = record.Subjects,
        };
        var result = await _journal.CommitAsync(
            [new JournalWrite.RememberCommand(command.Id, $"replay {handling} as new: {why}", command.By, now), new JournalWrite.InsertHandling(insert)],
            cancellationToken).ConfigureAwait(false);
        _dispatcher.PublishAll(result.Handlings);
        return CommandResult.Of(result, result.Handlings.Count > 0 ? result.Handlings[0].Id : handling);
    }

    // Under its own revision exactly the version that handled it.
    private ValueTask<BookedRoute?> BookedAsync(HandlingRecord handling, string revision, CancellationToken cancellationToken) => revision == handling.Revision
        ? _book.FindAsync(revision, handling.Route, handling.RouteVersion, cancellationToken)
        : _book.InForceAsync(handling, revision, cancellationToken);

    private static Diagnostic Say(DiagnosticCode code) => Diagnostic.Of(code, Place.Whole, code.Title);
}
