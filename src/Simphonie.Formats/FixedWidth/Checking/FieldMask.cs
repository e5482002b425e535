using System.Runtime.CompilerServices;

namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>The positions of one field as bits of neighbouring words; a field has at most 128 positions.</summary>
internal readonly struct FieldMask
{
    private readonly int _word;
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;

    public FieldMask(int start, int length)
    {
        _word = start >> 6;
        for (var at = start; at < start + length; at++)
        {
            var bit = 1UL << (at & 63);
            switch ((at >> 6) - _word)
            {
                case 0:
                    _first |= bit;
                    break;
                case 1:
                    _second |= bit;
                    break;
                default:
                    _third |= bit;
                    break;
            }
        }
    }

    /// <summary>True when every position of the field is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AllIn(ReadOnlySpan<ulong> map) =>
        (map[_word] & _first) == _first && (map[_word + 1] & _second) == _second && (map[_word + 2] & _third) == _third;
}
