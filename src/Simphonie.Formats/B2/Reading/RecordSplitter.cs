using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Reading;

/// <summary>
/// Cuts bytes into records: every 128 characters, or where CR, LF or CRLF stand when the first bytes hold one. For one reading.
/// </summary>
internal sealed class RecordSplitter
{
    /// <summary>Bytes that are looked at at most; a reader of a stream keeps so many ready.</summary>
    public const int Lookahead = 4096;

    private bool _started;
    private int _separator = -1;

    /// <summary>True when something stands between records.</summary>
    public bool IsSeparated { get; private set; }

    /// <summary>The next record; <paramref name="rest"/> holds <see cref="Lookahead"/> bytes or all that there is, and at least one.</summary>
    public RecordSlice Next(ReadOnlySpan<byte> rest)
    {
        var seen = rest[..Math.Min(rest.Length, Lookahead)];
        if (!_started)
        {
            _started = true;
            IsSeparated = seen[..Math.Min(seen.Length, 3 * B2Schema.RecordLength)].IndexOfAny((byte)'\r', (byte)'\n') >= 0;
        }

        return IsSeparated ? Line(seen) : Block(seen);
    }

    private static RecordSlice Block(ReadOnlySpan<byte> rest)
    {
        var stray = rest[0] is (byte)'\r' or (byte)'\n' ? SeparatorLength(rest, 0) : 0;
        var length = stray > 0 ? 0 : Math.Min(rest.Length, B2Schema.RecordLength);
        return new(length, length + stray, stray > 0);
    }

    private RecordSlice Line(ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            return new(rest.Length, rest.Length, false);
        }

        var separator = SeparatorLength(rest, length);
        var kind = (rest[length] << 1) + separator;
        var odd = _separator >= 0 && kind != _separator;
        _separator = _separator < 0 ? kind : _separator;
        return new(length, length + separator, odd);
    }

    private static int SeparatorLength(ReadOnlySpan<byte> rest, int at) =>
        rest[at] == (byte)'\r' && at + 1 < rest.Length && rest[at + 1] == (byte)'\n' ? 2 : 1;
}
