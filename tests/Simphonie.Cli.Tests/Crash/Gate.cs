namespace Simphonie.Cli.Tests.Crash;

/// <summary>Lets waiters through while it is open.</summary>
internal sealed class Gate
{
    private volatile TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WaitAsync(CancellationToken cancellationToken) => _open.Task.WaitAsync(cancellationToken);

    public void Open() => _open.TrySetResult();

    public void Close() => Interlocked.Exchange(ref _open!, new(TaskCreationOptions.RunContinuationsAsynchronously));
}
