using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Dispatch;

/// <summary>The handlings and small messages that were committed last, and what was read of them.</summary>
internal sealed class Recents
{
    private const int Count = 2048;
    private const int MostBytes = 16 * 1024;

    public Recent<HandlingRecord> Handlings { get; } = new(Count);

    public Recent<MessageRecord> Messages { get; } = new(Count);

    /// <summary>Taken by whoever works on the handling, and put back with its commit.</summary>
    public Recent<Course> Courses { get; } = new(Count);

    /// <summary>Business keys of messages, as intake read them.</summary>
    public Recent<IReadOnlyList<BusinessKey>> Keys { get; } = new(Count);

    public void Keep(MessageRecord message)
    {
        if (message.Payload is InlinePayload { Length: <= MostBytes })
        {
            Messages.Put(message.Id, message);
        }
    }

    /// <summary>Keeps a handling as a commit has just left it.</summary>
    public void Keep(HandlingRecord before, HandlingState state, int stage) =>
        Handlings.Put(before.Id, before with { State = state, Stage = stage, Version = before.Version + 1 });
}
