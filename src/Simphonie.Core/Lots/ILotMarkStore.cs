namespace Simphonie.Core.Lots;

/// <summary>
/// Where the marks of series are kept a second time, outside of the journal: a journal that was put back from a backup is behind them,
/// and numbers that were given since must not be given again.
/// </summary>
public interface ILotMarkStore
{
    /// <summary>What was kept last; empty when nothing was. Throws <see cref="IOException"/> when it cannot be read, <see cref="InvalidDataException"/> when it is damaged.</summary>
    IReadOnlyList<LotMark> Read();

    /// <summary>Keeps the marks in the place of those before; returns when they are on disk. Throws <see cref="IOException"/> when they are not.</summary>
    void Write(IReadOnlyList<LotMark> marks);
}
