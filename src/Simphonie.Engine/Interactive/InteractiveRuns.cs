using System.Collections.Concurrent;

namespace Simphonie.Engine.Interactive;

/// <summary>The interactive handlings that go on by themselves, whether or not their caller still waits.</summary>
internal sealed class InteractiveRuns : IDisposable
{
    private readonly ConcurrentDictionary<Task, bool> _runs = new();
    private readonly CancellationTokenSource _aborting = new();

    public Task Start(Func<CancellationToken, Task> run)
    {
        var task = Task.Run(() => run(_aborting.Token), CancellationToken.None);
        _runs.TryAdd(task, true);
        _ = task.ContinueWith(ended => _runs.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }

    /// <summary>Waits for those under way; cancelling aborts what has not left yet. What failed has left its handling in the journal.</summary>
    public async Task EndedAsync(CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _aborting).ConfigureAwait(false))
        {
            await Task.WhenAll(_runs.Keys).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    public void Dispose() => _aborting.Dispose();
}
