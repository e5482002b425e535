using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Intake;

namespace Simphonie.Engine.Interactive;

/// <summary>The door for callers that wait. It waits for no other handling and no key; what comes late is kept under a ticket.</summary>
internal sealed class InteractiveIntake(
    IntakeChannels channels,
    IntakeGate gate,
    IntakeExaminer examiner,
    IJournal journal,
    InteractiveStart start,
    InteractiveDriver driver,
    InteractiveRuns runs,
    InteractiveAnswers answers,
    EngineSettings settings,
    Action onAccepted) : IInteractiveIntake
{
    public async ValueTask<InteractiveResult> CallAsync(InboundMessage message, TimeSpan? wait, CancellationToken cancellationToken)
    {
        var channel = channels.Get(message.Channel);
        if (gate.TryEnter() is { } refusal)
        {
            return new() { State = InteractiveState.NotAccepted, Intake = IntakeResults.NotKept(refusal), Findings = [refusal] };
        }

        Examined examined;
        InteractiveBegun? begun = null;
        AppendResult? appended = null;
        try
        {
            // The handling outlives the call, so the channel's buffer is not enough.
            var own = message.Stream is null ? message with { Body = message.Body.ToArray() } : message;
            examined = await examiner.ExamineAsync(channel, own, cancellationToken).ConfigureAwait(false);
            begun = examined.Disposition == IntakeDisposition.Accepted ? await BeginAsync(examined, cancellationToken).ConfigureAwait(false) : null;
            if (begun is null or { Known: not 0 })
            {
                appended = await journal.AppendAsync(examined.Append, CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            gate.Leave();
        }

        return appended is not { } kept ? await AnswerAsync(examined, begun!, message.Peer, wait, cancellationToken).ConfigureAwait(false)
            : kept.Kind == AppendKind.Appended ? NotHandled(examined, kept)
            : await AgainAsync(examined, kept, message.Peer, wait, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<InteractiveResult?> FindAsync(string ticket, string? peer, CancellationToken cancellationToken) =>
        answers.FindAsync(ticket, peer, cancellationToken);

    private async ValueTask<InteractiveBegun?> BeginAsync(Examined examined, CancellationToken cancellationToken)
    {
        var begun = await start.BeginAsync(examined, once: true, cancellationToken).ConfigureAwait(false);
        if (begun is not { Known: not 0 })
        {
            return begun;
        }

        // What was answered by an error is not remembered: the same identity is tried afresh.
        begun.Handling.Dispose();
        return await answers.HasFailedAsync(begun.Known, cancellationToken).ConfigureAwait(false)
            ? await start.BeginAsync(examined, once: false, cancellationToken).ConfigureAwait(false)
            : begun;
    }

    // The same identity again: the same bytes from the same peer get the first answer, when it is there, and nobody is asked twice.
    private async ValueTask<InteractiveResult> AgainAsync(Examined examined, AppendResult appended, string? peer, TimeSpan? wait, CancellationToken cancellationToken)
    {
        if (appended.Kind == AppendKind.Conflict)
        {
            var conflict = IntakeResults.Conflict(examined, appended);
            return new() { State = InteractiveState.NotAccepted, Intake = conflict, Findings = conflict.Findings };
        }

        var first = await journal.Reader.MessageAsync(appended.FirstId, cancellationToken).ConfigureAwait(false);
        var intake = IntakeResults.Duplicate(examined, appended, first);
        return first is not null && string.Equals(first.Peer, peer, StringComparison.Ordinal) && await answers.AnsweringAsync(first.Id, cancellationToken).ConfigureAwait(false) is { } answering
            ? await answers.WaitAsync(answering.Handling, peer, wait ?? answering.Route.AnswerWithin ?? settings.AnswerWithin, cancellationToken).ConfigureAwait(false) with { Intake = intake }
            : new() { State = InteractiveState.NotAccepted, Intake = intake, Findings = intake.Findings };
    }

    private InteractiveResult NotHandled(Examined examined, AppendResult appended)
    {
        var intake = IntakeResults.Kept(examined, appended);
        if (examined.Disposition != IntakeDisposition.Accepted)
        {
            return new() { State = InteractiveState.NotAccepted, Intake = intake, Findings = intake.Findings };
        }

        onAccepted();
        return new() { State = InteractiveState.NoRoute, Intake = intake, Findings = intake.Findings };
    }

    private async ValueTask<InteractiveResult> AnswerAsync(Examined examined, InteractiveBegun begun, string? peer, TimeSpan? wait, CancellationToken cancellationToken)
    {
        var intake = IntakeResults.Kept(examined, new(AppendKind.Appended, begun.Message, 0));
        var handling = begun.Handling;
        var route = handling.Plan.Route;
        if (begun.Cause is { } cause)
        {
            handling.Dispose();
            return new() { State = InteractiveState.Failed, Intake = intake, Findings = [cause] };
        }

        var run = runs.Start(async aborting =>
        {
            using (handling)
            {
                await driver.RunAsync(handling, aborting).ConfigureAwait(false);
            }
        });
        return await answers.WaitAsync(handling, run, peer, wait ?? route.AnswerWithin ?? settings.AnswerWithin, cancellationToken).ConfigureAwait(false) with { Intake = intake };
    }
}
