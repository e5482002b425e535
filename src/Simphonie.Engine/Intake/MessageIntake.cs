using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch;

namespace Simphonie.Engine.Intake;

/// <summary>
/// The only door of the hub: examines a message, commits it (C1), and only then lets the channel acknowledge.
/// </summary>
internal sealed class MessageIntake(IntakeChannels channels, IntakeGate gate, IntakeExaminer examiner, IJournal journal, Recents recents, Action onAccepted) : IIntake
{
    public async ValueTask<IntakeResult> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var channel = channels.Get(message.Channel);
        if (gate.TryEnter() is { } refusal)
        {
            return IntakeResults.NotKept(refusal);
        }

        try
        {
            var examined = await examiner.ExamineAsync(channel, message, cancellationToken).ConfigureAwait(false);

            // Waiting for the commit is not cancelled: the channel's buffer may be written to disk until it has ended.
            var appended = await journal.AppendAsync(examined.Append, CancellationToken.None).ConfigureAwait(false);
            return await ResultAsync(examined, appended).ConfigureAwait(false);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async ValueTask<IntakeResult> ResultAsync(Examined examined, AppendResult appended)
    {
        switch (appended.Kind)
        {
            case AppendKind.Duplicate:
                var first = await journal.Reader.MessageAsync(appended.FirstId, CancellationToken.None).ConfigureAwait(false);
                return IntakeResults.Duplicate(examined, appended, first);
            case AppendKind.Conflict:
                return IntakeResults.Conflict(examined, appended);
            default:
                if (examined.Append.State == MessageState.Received)
                {
                    recents.Keys.Put(appended.Id, examined.Inspection.Keys);
                    onAccepted();
                }

                return IntakeResults.Kept(examined, appended);
        }
    }
}
