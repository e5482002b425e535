using System.Threading.Tasks.Sources;

namespace Simphonie.Journal.Writing;

/// <summary>What is committed whole or not at all, and the promise that its caller awaits. One object a unit: it is its own task source.</summary>
internal abstract class WriteUnit
{
    /// <summary>Bytes of payload that it brings into a group.</summary>
    public abstract long Weight { get; }

    /// <summary>Needs a savepoint: it has guards that may fail after something was written.</summary>
    public abstract bool Guarded { get; }

    /// <summary>Writes on the writer's thread; false undoes what it wrote.</summary>
    public abstract bool Apply(IUnitWriter writer);

    /// <summary>Its group is on disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

/// <inheritdoc cref="WriteUnit"/>
internal abstract class WriteUnit<T> : WriteUnit, IValueTaskSource<T>
{
    private ManualResetValueTaskSourceCore<T> _source = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _registration;
    private int _ended;

    protected T Result { get; set; } = default!;

    public ValueTask<T> Task => new(this, _source.Version);

    /// <summary>Stops the waiting, never the commit, when the token is cancelled.</summary>
    public void StopWaitingOn(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(
                static (state, token) => ((WriteUnit<T>)state!).Fail(new OperationCanceledException(token)), this);
        }
    }

    public sealed override void Complete()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _source.SetResult(Result);
        }
    }

    public sealed override void Fail(Exception exception)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _source.SetException(exception);
        }
    }

    T IValueTaskSource<T>.GetResult(short token)
    {
        _registration.Dispose();
        return _source.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
