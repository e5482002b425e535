using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Disk;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Delivery;

/// <summary>Does one due delivery: looks whether it may still leave, makes the attempt, commits what it came to.</summary>
internal sealed class DeliveryWorker(
    IJournal journal,
    RouteBook book,
    EndpointLines lines,
    Attempter attempter,
    SubjectCheck subjects,
    DeliveryDeferral deferral,
    OutcomeCommitter outcomes,
    LotDepartures lots,
    HandlingEnds ends,
    DiskMarks disk,
    EngineSettings settings,
    Recents recents,
    Jitter jitter,
    TimeProvider time)
{
    public async ValueTask RunAsync(DeliveryKey key, CancellationToken cancellationToken)
    {
        // Taken, so that whatever happens between here and the commit, the next look is into the journal.
        var handling = recents.Handlings.Peek(key.Handling);
        var course = recents.Courses.Take(key.Handling) is { } known && known.Version == handling?.Version ? known : null;
        var found = course?.Find(key) ?? await journal.Reader.DeliveryAsync(key, cancellationToken).ConfigureAwait(false);
        if (found is not { State: DeliveryState.Pending } delivery || lines.Find(delivery.Endpoint) is not { } line)
        {
            return;
        }

        if (delivery.NextAt > time.GetUtcNow())
        {
            line.WakeAt(delivery.NextAt.Value);
            return;
        }

        handling ??= await journal.Reader.HandlingAsync(key.Handling, cancellationToken).ConfigureAwait(false);
        if (handling is not null && await MayLeaveAsync(handling, delivery, cancellationToken).ConfigureAwait(false))
        {
            await SendAsync(line, handling, delivery, course, cancellationToken).ConfigureAwait(false);
        }
        else if (line.Circuit.State.IsOpen)
        {
            // It was to find out whether the endpoint is back; another one has to.
            line.Signal();
        }
    }

    /// <summary>False when it must not leave now; it has then been ended, or waits in the journal.</summary>
    public async ValueTask<bool> MayLeaveAsync(HandlingRecord handling, DeliveryRecord delivery, CancellationToken cancellationToken)
    {
        if (disk.Level == DiskLevel.Lower)
        {
            return false;
        }

        if (delivery.ResendOf is null && delivery.ExpiresAt <= time.GetUtcNow())
        {
            await ends.ExpireAsync(handling, cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (await subjects.PendingAsync(handling, delivery.World, cancellationToken).ConfigureAwait(false) is { } pending)
        {
            await deferral.AwaitIdentityAsync(delivery, pending, cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (await subjects.ObjectionAsync(handling, delivery.World, cancellationToken).ConfigureAwait(false) is { } objection)
        {
            await ends.EndAsync(handling, Dropped(handling, delivery, objection), cancellationToken).ConfigureAwait(false);
            return false;
        }

        return true;
    }

    /// <summary>Makes the attempt; null when it could not be made and the delivery stays as it was.</summary>
    public async ValueTask<(Attempt Attempt, DeliveryDecision Decision)?> AttemptAsync(EndpointLine line, DeliveryRecord delivery, BookedRoute? route, HandlingRecord handling, CancellationToken cancellationToken)
    {
        if (!line.Circuit.TryEnter(out var pass))
        {
            line.Signal();
            return null;
        }

        Attempt? attempt = null;
        try
        {
            attempt = await attempter.MakeAsync(line, delivery, TimeoutOf(delivery, route, handling), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (attempt is null)
            {
                line.Circuit.Leave(pass);
            }
        }

        if (attempt is null)
        {
            return null;
        }

        var wasOpen = line.Circuit.State.IsOpen;
        var circuit = line.Circuit.Report(attempt.Outcome, pass);
        if (wasOpen || circuit.IsOpen)
        {
            line.Signal();
        }

        var decision = DeliveryDecision.After(attempt.Outcome, new(
            delivery.Attempts,
            route?.Plan.Route.Retry ?? RetryPolicy.Default,
            line.Endpoint.Capabilities.RepeatSafe,
            circuit.ProbeAt,
            time.GetUtcNow(),
            delivery.ExpiresAt,
            jitter.Next()));
        return (attempt, decision);
    }

    public async ValueTask<int> OrdinalAsync(DeliveryRecord delivery, CancellationToken cancellationToken) => delivery.CauseCode is null && delivery.Attempts == 0
        ? 1
        : (await journal.Reader.AttemptsAsync(delivery.Key, cancellationToken).ConfigureAwait(false)).Count + 1;

    private async ValueTask SendAsync(EndpointLine line, HandlingRecord handling, DeliveryRecord delivery, Course? course, CancellationToken cancellationToken)
    {
        var route = await book.FindAsync(handling.Revision, handling.Route, handling.RouteVersion, cancellationToken).ConfigureAwait(false);
        if (route is { Plan.CarriesLots: true } && !await lots.MayLeaveAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (await AttemptAsync(line, delivery, route, handling, cancellationToken).ConfigureAwait(false) is not var (attempt, decision))
        {
            return;
        }

        var ordinal = await OrdinalAsync(delivery, CancellationToken.None).ConfigureAwait(false);
        await outcomes.CommitAsync(handling, delivery, attempt.Record(delivery.Key, ordinal), decision, route, course, CancellationToken.None).ConfigureAwait(false);
        if (decision.NextAt is { } next)
        {
            line.WakeAt(next);
        }
    }

    private TimeSpan TimeoutOf(DeliveryRecord delivery, BookedRoute? route, HandlingRecord handling) =>
        delivery.Kind == "call" && handling.Stage < route?.Plan.StageCount && route.Plan.ResumedBy(handling.Stage) is Step.Call call
            ? call.Timeout
            : settings.DeliveryTimeout;

    private HandlingEnd Dropped(HandlingRecord handling, DeliveryRecord delivery, Diagnostic objection) => new(HandlingState.Dropped, DeliveryState.Dropped, objection, null)
    {
        WorkItem = objection.Code != DeliveryCodes.Moved ? null : new()
        {
            Establishment = handling.Establishment,
            Code = DeliveryCodes.Moved.Id,
            What = DeliveryCodes.Moved.Help,
            Why = objection.Text,
            Message = handling.Message,
            Handling = handling.Id,
            Delivery = delivery.Key,
            OpenedAt = time.GetUtcNow(),
            Identity = $"moved/{handling.Id}",
        },
    };
}
