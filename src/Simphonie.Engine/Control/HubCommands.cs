using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Control;

/// <summary>
/// What people tell the hub to do, each once by its id. Every method commits before it returns; what it sets going goes on by itself.
/// </summary>
public sealed class HubCommands
{
    private readonly IJournal _journal;
    private readonly DeadLetterRetry _retry;
    private readonly HandlingEnds _ends;
    private readonly Dispatcher _dispatcher;
    private readonly EndpointLines _lines;
    private readonly IntakeChannels _channels;
    private readonly Action _appended;
    private readonly TimeProvider _time;

    internal HubCommands(IJournal journal, DeadLetterRetry retry, HandlingEnds ends, Dispatcher dispatcher, EndpointLines lines, IntakeChannels channels, Action appended, TimeProvider time)
    {
        _journal = journal;
        _retry = retry;
        _ends = ends;
        _dispatcher = dispatcher;
        _lines = lines;
        _channels = channels;
        _appended = appended;
        _time = time;
    }

    /// <summary>Retries a dead or unknown handling: what failed of it is sent again, or the stage that failed is run again.</summary>
    public async ValueTask<CommandResult> RetryAsync(HubCommand command, long handling, CancellationToken cancellationToken)
    {
        if (await _journal.Reader.HandlingAsync(handling, cancellationToken).ConfigureAwait(false) is not { } dead)
        {
            return CommandResult.Refused(handling, ControlCodes.NotFound);
        }

        if (dead.State is not (HandlingState.Dead or HandlingState.Unknown))
        {
            return await RefuseAsync(command, handling, ControlCodes.NotInState, cancellationToken).ConfigureAwait(false);
        }

        return CommandResult.Of(await _retry.RunAsync(Remember(command, $"retry {handling}"), dead, cancellationToken).ConfigureAwait(false), handling);
    }

    /// <summary>
    /// Retries it under the definitions in force instead of those it was made with, so that a corrected route or mapping helps: the handling records them, and its past
    /// stages and frozen deliveries stay as they are. Refused when the route in force does not wait at the same places as far as the handling has come.
    /// </summary>
    public async ValueTask<CommandResult> RetryUnderCurrentAsync(HubCommand command, long handling, CancellationToken cancellationToken)
    {
        if (await _journal.Reader.HandlingAsync(handling, cancellationToken).ConfigureAwait(false) is not { } dead)
        {
            return CommandResult.Refused(handling, ControlCodes.NotFound);
        }

        if (dead.State is not (HandlingState.Dead or HandlingState.Unknown))
        {
            return await RefuseAsync(command, handling, ControlCodes.NotInState, cancellationToken).ConfigureAwait(false);
        }

        return await _retry.RunUnderCurrentAsync(Remember(command, $"retry {handling} under the definitions in force"), dead, cancellationToken).ConfigureAwait(false) is { } result
            ? CommandResult.Of(result, handling)
            : CommandResult.Refused(handling, ControlCodes.OtherRoute);
    }

    /// <summary>Lets the key of a dead or unknown handling go on without it; the handling stays as it is to be looked at.</summary>
    public async ValueTask<CommandResult> ReleaseAsync(HubCommand command, long handling, CancellationToken cancellationToken)
    {
        if (await _journal.Reader.HandlingAsync(handling, cancellationToken).ConfigureAwait(false) is not { } dead)
        {
            return CommandResult.Refused(handling, ControlCodes.NotFound);
        }

        if (dead.State is not (HandlingState.Dead or HandlingState.Unknown))
        {
            return await RefuseAsync(command, handling, ControlCodes.NotInState, cancellationToken).ConfigureAwait(false);
        }

        var result = await _journal.CommitAsync(
            [
                Remember(command, $"release {handling}"),
                new JournalWrite.UpdateHandling(handling, dead.Version, HandlingState.Released, dead.Stage, _time.GetUtcNow(), dead.CauseCode, dead.CausePlace, dead.CauseText),
            ],
            cancellationToken).ConfigureAwait(false);
        _dispatcher.PublishAll(result.Promoted);
        return CommandResult.Of(result, handling);
    }

    /// <summary>Gives a handling up, with a reason. Works for any that has not ended: nothing more of it leaves.</summary>
    public async ValueTask<CommandResult> DiscardAsync(HubCommand command, long handling, string why, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return CommandResult.Refused(handling, ControlCodes.WhyMissing);
        }

        if (await _journal.Reader.HandlingAsync(handling, cancellationToken).ConfigureAwait(false) is not { } open)
        {
            return CommandResult.Refused(handling, ControlCodes.NotFound);
        }

        // A released one has let its key go on, and its failed deliveries pin its message until somebody gives them up.
        if (HandlingProgress.HasEnded(open.State) && open.State != HandlingState.Released)
        {
            return await RefuseAsync(command, handling, ControlCodes.NotInState, cancellationToken).ConfigureAwait(false);
        }

        var end = new HandlingEnd(HandlingState.Discarded, DeliveryState.Discarded, Diagnostic.Of(ControlCodes.Discarded, Place.Whole, $"{command.By}: {why}"), CaseEvents.Discarded)
        {
            Before = [Remember(command, $"discard {handling}")],
        };
        return await _ends.EndAsync(open, end, cancellationToken).ConfigureAwait(false)
            ? new(CommandOutcome.Done, handling)
            : await RefuseAsync(command, handling, ControlCodes.Changed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does the same to all dead letters of a cause, each as a command of its own that begins with the id of this one.</summary>
    public async ValueTask<IReadOnlyList<CommandResult>> ForAllAsync(HubCommand command, DeadLetterChoice choice, Func<HubCommand, long, CancellationToken, ValueTask<CommandResult>> act, CancellationToken cancellationToken)
    {
        var results = new List<CommandResult>();
        foreach (var state in (HandlingState[])[HandlingState.Dead, HandlingState.Unknown])
        {
            var after = 0L;
            while (await _journal.Reader.HandlingsInAsync(state, after, 256, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page && results.Count < choice.Limit)
            {
                after = page[^1].Id;
                foreach (var handling in page.Where(handling => IsChosen(handling, choice)).Take(choice.Limit - results.Count))
                {
                    results.Add(await act(command with { Id = $"{command.Id}/{handling.Id}" }, handling.Id, cancellationToken).ConfigureAwait(false));
                }
            }
        }

        return results;
    }

    /// <summary>Sends one delivery again to its one endpoint: exactly the frozen bytes under the same identity. Nothing else of the handling is touched.</summary>
    public async ValueTask<CommandResult> ResendAsync(HubCommand command, DeliveryKey delivery, CancellationToken cancellationToken)
    {
        var all = await _journal.Reader.DeliveriesOfAsync(delivery.Handling, cancellationToken).ConfigureAwait(false);
        if (await _journal.Reader.DeliveryAsync(delivery, cancellationToken).ConfigureAwait(false) is not { } original)
        {
            return CommandResult.Refused(delivery.Handling, ControlCodes.NotFound);
        }

        if (original.Body is not { } body)
        {
            return await RefuseAsync(command, delivery.Handling, ControlCodes.BodyGone, cancellationToken).ConfigureAwait(false);
        }

        var now = _time.GetUtcNow();
        var ordinal = all.Where(other => other.Key.Stage == delivery.Stage).Max(other => other.Key.Ordinal) + 1;
        var again = new DeliveryRecord
        {
            Key = delivery with { Ordinal = ordinal },
            Establishment = original.Establishment,
            World = original.World,
            Endpoint = original.Endpoint,
            Kind = original.Kind,
            State = DeliveryState.Pending,
            PeerIdentity = original.PeerIdentity,
            CreatedAt = now,
            NextAt = now,
            Body = body,
            ResendOf = delivery,
        };
        var result = await _journal.CommitAsync([Remember(command, $"resend {delivery}"), new JournalWrite.InsertDelivery(again)], cancellationToken).ConfigureAwait(false);
        if (result.Kind == CommitKind.Committed)
        {
            _dispatcher.Publish(again.Key, again.Endpoint);
        }

        return CommandResult.Of(result, delivery.Handling);
    }

    /// <summary>Appends an edited copy of a message, linked to its original, exactly once. It is handled as any other message.</summary>
    public async ValueTask<CommandResult> EditAndResendAsync(HubCommand command, long message, ReadOnlyMemory<byte> edited, CancellationToken cancellationToken)
    {
        if (await _journal.Reader.MessageAsync(message, cancellationToken).ConfigureAwait(false) is not { } original)
        {
            return CommandResult.Refused(message, ControlCodes.NotFound);
        }

        var inspection = _channels.Find(original.Channel)?.Inspector.Inspect(edited.Span[..Math.Min(edited.Length, Payload.InlineLimit)]);
        var copy = EditedCopy.Of(original, await _journal.Content.StoreAsync(edited, cancellationToken).ConfigureAwait(false), inspection, _time.GetUtcNow());
        var result = await _journal.CommitAsync([Remember(command, $"edit {message}"), new JournalWrite.Append(copy)], cancellationToken).ConfigureAwait(false);
        if (result.Kind == CommitKind.Committed)
        {
            _appended();
        }

        return CommandResult.Of(result, result.Messages.Count > 0 ? result.Messages[0] : message);
    }

    /// <summary>Takes a work item, so that others see who deals with it.</summary>
    public async ValueTask<CommandResult> TakeWorkAsync(HubCommand command, long item, CancellationToken cancellationToken) =>
        CommandResult.Of(await _journal.CommitAsync([Remember(command, $"take {item}"), new JournalWrite.TakeWorkItem(item, command.By)], cancellationToken).ConfigureAwait(false), item);

    /// <summary>Closes a work item with the reason.</summary>
    public async ValueTask<CommandResult> CloseWorkAsync(HubCommand command, long item, string why, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(why)
        ? CommandResult.Refused(item, ControlCodes.WhyMissing)
        : CommandResult.Of(
            await _journal.CommitAsync([Remember(command, $"close {item}"), new JournalWrite.CloseWorkItem(item, command.By, why, _time.GetUtcNow())], cancellationToken).ConfigureAwait(false),
            item);

    /// <summary>Has an endpoint tried now, without waiting for the next probe or retry that is due.</summary>
    public bool Wake(string endpoint)
    {
        _lines.Find(endpoint)?.Signal();
        return _lines.Find(endpoint) is not null;
    }

    private static bool IsChosen(HandlingRecord handling, DeadLetterChoice choice) =>
        (choice.CauseCode is null || choice.CauseCode == handling.CauseCode)
        && (choice.CausePlace is null || choice.CausePlace == handling.CausePlace)
        && (choice.Route is null || choice.Route == handling.Route);

    private JournalWrite.RememberCommand Remember(HubCommand command, string what) => new(command.Id, what, command.By, _time.GetUtcNow());

    // A command given twice finds what its first time has done: that is a repeat and not a refusal.
    private async ValueTask<CommandResult> RefuseAsync(HubCommand command, long id, DiagnosticCode code, CancellationToken cancellationToken)
    {
        var known = await _journal.CommitAsync([Remember(command, "refused")], cancellationToken).ConfigureAwait(false);
        return known.Kind == CommitKind.Repeated ? new(CommandOutcome.Repeated, id) : CommandResult.Refused(id, code);
    }
}
