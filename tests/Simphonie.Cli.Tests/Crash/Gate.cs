namespace Simphonie.Cli.Tests.Crash;

/// <summary>Lets waiters through while it is open.</summary>
internal sealed class Gate
{
    private volatile TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WaitAsync(CancellationToken cancellationToken) => _open.Task.WaitAsync(cancellationToken);

    public void Open() => _open.TrySetResult();

    /// <summary>A gate that is closed stays the same one: who waits at it must be let through by the next opening.</summary>
    public void Close()
    {
        if (_open.Task.IsCompleted)
        {
            _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
