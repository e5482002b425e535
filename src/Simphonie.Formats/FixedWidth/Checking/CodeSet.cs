using System.Runtime.CompilerServices;

namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>The codes of a list as numbers of up to eight padded characters: looked up without making text.</summary>
internal sealed class CodeSet(CodeList list, int length)
{
    private readonly ulong[] _codes = [.. list.Codes.Where(code => code.Key.Length <= length).Select(code => Pack(code.Key, length))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(ReadOnlySpan<byte> field) => _codes.AsSpan().Contains(Pack(field));

    private static ulong Pack(string code, int length)
    {
        ulong packed = 0;
        for (var at = 0; at < length; at++)
        {
            packed = (packed << 8) | (at < code.Length ? code[at] : ' ');
        }

        return packed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(ReadOnlySpan<byte> field)
    {
        ulong packed = 0;
        foreach (var one in field)
        {
            packed = (packed << 8) | one;
        }

        return packed;
    }
}
