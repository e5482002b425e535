using System.Globalization;

namespace Simphonie.Bench.Load;

/// <summary>Numbers of control ids and dossiers, counting up over all connections of a run.</summary>
/// <param name="run">One letter that tells runs on the same hub apart.</param>
internal sealed class LoadNumbers(string run)
{
    private const int Digits = 10;

    private long _last;

    public long Next() => Interlocked.Increment(ref _last);

    /// <summary>Ten characters: the letter of the run and the number.</summary>
    public string Text(long number) => run + number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits - run.Length, '0');
}
