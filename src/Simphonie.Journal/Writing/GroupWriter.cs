using System.Collections.Concurrent;
using System.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Journal.Writing;

/// <summary>
/// The one writer: a thread that commits what is queued as one group. Callers wait for their group and not for one commit each;
/// a full queue makes them wait outside.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    private readonly IGroupTransaction _transaction;
    private readonly int _groupUnits;
    private readonly long _groupBytes;
    private readonly ConcurrentQueue<WriteUnit> _queue = new();
    private readonly ManualResetEventSlim _wake = new();
    private readonly SemaphoreSlim _slots;
    private readonly List<WriteUnit> _group = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile JournalBrokenException? _broken;
    private volatile bool _stopping;
    private long _lastMicros;
    private int _lastUnits;

    public GroupWriter(IGroupTransaction transaction, JournalOptions options)
    {
        _transaction = transaction;
        _groupUnits = options.GroupUnits;
        _groupBytes = options.GroupBytes;
        _slots = new(options.QueueCapacity);
        new Thread(Loop) { IsBackground = true, Name = "journal writer" }.Start();
    }

    public ValueTask<T> WriteAsync<T>(WriteUnit<T> unit, CancellationToken cancellationToken)
    {
        var slot = _slots.WaitAsync(cancellationToken);
        return slot.IsCompletedSuccessfully ? Enqueue(unit, cancellationToken) : WaitAsync(slot, unit, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _wake.Set();
        await _stopped.Task;
        FailLate();
    }

    private async ValueTask<T> WaitAsync<T>(Task slot, WriteUnit<T> unit, CancellationToken cancellationToken)
    {
        await slot;
        return await Enqueue(unit, cancellationToken);
    }

    private ValueTask<T> Enqueue<T>(WriteUnit<T> unit, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_stopping, typeof(IJournal));
        unit.StopWaitingOn(cancellationToken);
        var task = unit.Task;
        _queue.Enqueue(unit);
        if (!_wake.IsSet)
        {
            _wake.Set();
        }

        if (_stopped.Task.IsCompleted)
        {
            FailLate();
        }

        return task;
    }

    /// <summary>Units that came while the thread ended: nobody else would answer them.</summary>
    private void FailLate()
    {
        while (_queue.TryDequeue(out var unit))
        {
            unit.Fail(new ObjectDisposedException(nameof(IJournal)));
        }
    }

    private void Loop()
    {
        while (true)
        {
            if (_queue.IsEmpty)
            {
                if (_stopping)
                {
                    break;
                }

                _wake.Reset();
                if (_queue.IsEmpty && !_stopping)
                {
                    _wake.Wait();
                }

                continue;
            }

            AwaitCompany();
            WriteGroup();
            _transaction.AfterGroup();
        }

        _stopped.SetResult();
    }

    /// <summary>
    /// The callers of the last group come back one by one while this thread already runs: without a short wait, groups are small and large in turn
    /// and every second commit is wasted. One caller alone never waits.
    /// </summary>
    private void AwaitCompany()
    {
        if (_queue.Count >= _lastUnits || _lastUnits <= 1)
        {
            return;
        }

        var start = Stopwatch.GetTimestamp();
        var limit = Math.Min(_lastMicros / 4, 1000);
        var spinner = default(SpinWait);
        while (_queue.Count < _lastUnits && Micros(start) < limit)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }

    private void WriteGroup()
    {
        var start = Stopwatch.GetTimestamp();
        var taken = 0;
        try
        {
            if (_broken is null)
            {
                _transaction.Begin();
            }

            long bytes = 0;
            while (taken < _groupUnits && bytes < _groupBytes && _queue.TryDequeue(out var unit))
            {
                taken++;
                if (_broken is { } broken)
                {
                    unit.Fail(broken);
                    continue;
                }

                _group.Add(unit);
                bytes += unit.Weight;
                Apply(unit);
            }

            if (_broken is null)
            {
                _transaction.Commit();
                foreach (var unit in _group)
                {
                    unit.Complete();
                }
            }
        }
        catch (Exception exception)
        {
            FailGroup(exception);
        }

        _group.Clear();
        if (taken > 0)
        {
            _slots.Release(taken);
        }

        _lastUnits = taken;
        _lastMicros = Micros(start);
    }

    private void Apply(WriteUnit unit)
    {
        if (!unit.Guarded)
        {
            unit.Apply(_transaction);
            return;
        }

        _transaction.Save();
        try
        {
            _transaction.Release(keep: unit.Apply(_transaction));
        }
        catch (Exception exception) when (_transaction.Classify(exception) == FailureKind.Unit)
        {
            _transaction.Release(keep: false);
            unit.Fail(exception);
        }
    }

    private void FailGroup(Exception exception)
    {
        var kind = _transaction.Classify(exception);
        try
        {
            _transaction.Rollback();
        }
        catch (Exception)
        {
            kind = FailureKind.Journal; // what cannot be undone is no longer known
        }

        var broken = new JournalBrokenException(
            kind == FailureKind.Journal
                ? "the journal cannot be written any more."
                : "the journal could not be written now: the disk is full or the database is busy.",
            exception);
        if (kind == FailureKind.Journal)
        {
            _broken = broken;
        }

        foreach (var unit in _group)
        {
            unit.Fail(broken);
        }
    }

    /// <summary>The machine's own pace, which is not the time of the business: a stopped clock must not stop the writer.</summary>
    private static long Micros(long start) => (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds;
}
