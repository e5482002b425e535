using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>
/// Which bytes of a record are digits and which are spaces, one bit a byte. Made 32 bytes at a time, so that most rules are a few operations on masks.
/// </summary>
internal struct CharacterMap
{
    /// <summary>Longest record, in words of 64 positions; two words more are kept empty for fields that cross words.</summary>
    public const int MaxWords = 4;

    private const int Block = 32;

    private Words _digits;
    private Words _spaces;

    /// <summary>True when every byte is printable ASCII (32-126).</summary>
    public bool Printable { get; private set; }

    [UnscopedRef]
    public readonly ReadOnlySpan<ulong> Digits => _digits;

    [UnscopedRef]
    public readonly ReadOnlySpan<ulong> Spaces => _spaces;

    /// <summary>Reads a record of at most 256 bytes.</summary>
    public void Read(ReadOnlySpan<byte> record)
    {
        Printable = true;
        var at = 0;
        for (; at + Block <= record.Length; at += Block)
        {
            Add(Vector256.Create(record.Slice(at, Block)), at);
        }

        if (at < record.Length)
        {
            Span<byte> tail = stackalloc byte[Block];
            tail.Fill((byte)' ');
            record[at..].CopyTo(tail);
            Add(Vector256.Create((ReadOnlySpan<byte>)tail), at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector256<byte> bytes, int at)
    {
        var isDigit = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        var isSpace = Vector256.Equals(bytes, Vector256.Create((byte)' '));
        var isPrintable = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)' '), Vector256.Create((byte)('~' - ' ')));
        Printable &= isPrintable == Vector256<byte>.AllBitsSet;
        _digits[at >> 6] |= (ulong)isDigit.ExtractMostSignificantBits() << (at & 63);
        _spaces[at >> 6] |= (ulong)isSpace.ExtractMostSignificantBits() << (at & 63);
    }

    [InlineArray(MaxWords + 2)]
    private struct Words
    {
        private ulong _first;
    }
}
