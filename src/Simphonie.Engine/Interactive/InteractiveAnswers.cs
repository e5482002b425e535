using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Interactive;

/// <summary>Waits for answers, and finds late ones by their ticket.</summary>
internal sealed class InteractiveAnswers(IJournal journal, RouteBook book, Completions completions, Action<Span<byte>> unguessable, TimeProvider time)
{
    /// <summary>Waits for a call that this process makes.</summary>
    public ValueTask<InteractiveResult> WaitAsync(InteractiveHandling handling, Task run, string? peer, TimeSpan wait, CancellationToken cancellationToken) =>
        WaitAsync(handling.Id, run, () => handling.Answer, peer, wait, cancellationToken);

    /// <summary>Waits for a call that was begun before, by whomever.</summary>
    public ValueTask<InteractiveResult> WaitAsync(long handling, string? peer, TimeSpan wait, CancellationToken cancellationToken) =>
        WaitAsync(handling, Task.CompletedTask, static () => null, peer, wait, cancellationToken);

    /// <summary>The handling of a message that answers its caller, with its route; null when none does.</summary>
    public async ValueTask<(long Handling, Route Route)?> AnsweringAsync(long message, CancellationToken cancellationToken)
    {
        foreach (var handling in await journal.Reader.HandlingsOfAsync(message, cancellationToken).ConfigureAwait(false))
        {
            if (await book.FindAsync(handling.Revision, handling.Route, handling.RouteVersion, cancellationToken).ConfigureAwait(false) is { Plan.Route: { Answer: not null } route })
            {
                return (handling.Id, route);
            }
        }

        return null;
    }

    /// <summary>True when the message's caller was answered by an error.</summary>
    public async ValueTask<bool> HasFailedAsync(long message, CancellationToken cancellationToken) =>
        await AnsweringAsync(message, cancellationToken).ConfigureAwait(false) is { } answering
        && await LookAsync(answering.Handling, cancellationToken).ConfigureAwait(false) is { State: InteractiveState.Failed };

    private async ValueTask<InteractiveResult> WaitAsync(long handling, Task run, Func<(Payload Body, string Format)?> known, string? peer, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await run.WaitAsync(either.Token).ConfigureAwait(false);
            while (true)
            {
                if (known() is { } answer)
                {
                    return new() { State = InteractiveState.Answered, Answer = answer.Body, AnswerFormat = answer.Format };
                }

                var change = completions.NextChangeOf(handling);
                if (await LookAsync(handling, cancellationToken).ConfigureAwait(false) is { } ended)
                {
                    return ended;
                }

                await change.WaitAsync(either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new() { State = InteractiveState.Late, Ticket = await TicketAsync(handling, peer).ConfigureAwait(false) };
        }
        finally
        {
            // Whoever else waits for it looks again.
            completions.Changed(handling);
        }
    }

    public async ValueTask<InteractiveResult?> FindAsync(string ticket, string? peer, CancellationToken cancellationToken)
    {
        if (await journal.Reader.TicketAsync(ticket, peer, cancellationToken).ConfigureAwait(false) is not { } handling)
        {
            return null;
        }

        return await LookAsync(handling, cancellationToken).ConfigureAwait(false) ?? new() { State = InteractiveState.Late, Ticket = ticket };
    }

    // Null while it is under way.
    private async ValueTask<InteractiveResult?> LookAsync(long id, CancellationToken cancellationToken)
    {
        if (await journal.Reader.HandlingAsync(id, cancellationToken).ConfigureAwait(false) is not { } handling)
        {
            return null;
        }

        var route = await book.FindAsync(handling.Revision, handling.Route, handling.RouteVersion, cancellationToken).ConfigureAwait(false);
        foreach (var stage in await journal.Reader.StagesAsync(id, cancellationToken).ConfigureAwait(false))
        {
            foreach (var document in StageTexts.Unfold(stage.Documents))
            {
                if (string.Equals(document.Name, route?.Plan.Route.Answer, StringComparison.Ordinal))
                {
                    return new() { State = InteractiveState.Answered, Answer = document.Body, AnswerFormat = document.Format };
                }
            }
        }

        return HandlingProgress.HasEnded(handling.State) || handling.State is HandlingState.Dead or HandlingState.Unknown
            ? new() { State = InteractiveState.Failed, Findings = CauseOf(handling) }
            : null;
    }

    private static IReadOnlyList<Diagnostic> CauseOf(HandlingRecord handling) => handling.CauseCode is { } code
        ? [Diagnostic.Of(new DiagnosticCode(code, Severity.Error, handling.CauseText ?? "", ""), handling.CausePlace is { } place ? Place.InMessage(place) : Place.Whole, handling.CauseText ?? "")]
        : [];

    private async ValueTask<string> TicketAsync(long handling, string? peer)
    {
        var bits = new byte[16];
        unguessable(bits);
        var ticket = Convert.ToHexStringLower(bits);
        await journal.CommitAsync([new JournalWrite.PutTicket(ticket, handling, peer, time.GetUtcNow())], CancellationToken.None).ConfigureAwait(false);
        return ticket;
    }
}
