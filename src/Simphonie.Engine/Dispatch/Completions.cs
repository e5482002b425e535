using System.Collections.Concurrent;

namespace Simphonie.Engine.Dispatch;

/// <summary>Lets an interactive caller wait until something of its handling has changed. Holds nothing for handlings that nobody waits for.</summary>
internal sealed class Completions
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _waiting = new();

    /// <summary>Completes at the next change after this call.</summary>
    public Task NextChangeOf(long handling) =>
        _waiting.GetOrAdd(handling, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Changed(long handling)
    {
        if (!_waiting.IsEmpty && _waiting.TryRemove(handling, out var waiting))
        {
            waiting.SetResult();
        }
    }
}
