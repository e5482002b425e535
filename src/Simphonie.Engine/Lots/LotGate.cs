using Microsoft.Extensions.Logging;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>
/// Lets files of lots leave only when their numbers are kept outside of the journal too. A closing enters, commits, and leaves with its mark on disk;
/// a delivery of a lot's file passes between closings. Shut when the journal is behind the marks.
/// </summary>
internal sealed class LotGate(ILotMarkStore store, ILotReader reader, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<LotSeries, LotMark> _marks = [];
    private bool _unwritten;

    /// <summary>Why nothing may leave; null when it may.</summary>
    public Diagnostic? Shut { get; private set; }

    /// <summary>Compares the journal with the marks; called before anything is delivered.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var journal = (await reader.MarksAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static mark => mark.Series);
            var kept = store.Read();
            foreach (var mark in kept.Concat(journal.Values))
            {
                if (mark.Sequence >= (_marks.GetValueOrDefault(mark.Series)?.Sequence ?? 0))
                {
                    _marks[mark.Series] = mark;
                }
            }

            if (LotMarks.Objection(kept, journal.Values) is { } behind)
            {
                Close(behind);
                return;
            }

            Shut = null;
            _unwritten = journal.Values.Any(mark => !kept.Contains(mark));
            WriteWhenNeeded();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Close(Unreadable(exception));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The marks that a journal which is behind must be brought forward to.</summary>
    public IReadOnlyList<LotMark> Newest => [.. _marks.Values];

    /// <summary>Commits a closing with nothing leaving beside it, then keeps its mark. False when the commit failed, or nothing may leave.</summary>
    public async ValueTask<bool> CloseAsync(LotMark mark, Func<ValueTask<bool>> commit, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Shut is not null || !await commit().ConfigureAwait(false))
            {
                return false;
            }

            _marks[mark.Series] = mark;
            _unwritten = true;
            TryWrite();
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>False when a lot's file may not leave now: the journal is behind, or a mark could not be written.</summary>
    public async ValueTask<bool> MayLeaveAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Shut is null && TryWrite();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static Diagnostic Unreadable(Exception exception) => Diagnostic.Of(LotCodes.MarksUnreadable, Place.Whole, $"The marks could not be read or written: {exception.GetType().Name}.");

    private bool TryWrite()
    {
        try
        {
            WriteWhenNeeded();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            EngineLog.LotMarksUnwritten(logger, exception.GetType().Name);
            return false;
        }
    }

    private void WriteWhenNeeded()
    {
        if (_unwritten)
        {
            store.Write([.. _marks.Values]);
            _unwritten = false;
        }
    }

    private void Close(Diagnostic why)
    {
        Shut = why;
        EngineLog.LotsShut(logger, why.Code.Id);
    }
}
