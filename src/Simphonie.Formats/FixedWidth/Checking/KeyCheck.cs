using System.Text;

namespace Simphonie.Formats.FixedWidth.Checking;

/// <summary>What can be said of the key of a FINESS or professional's number.</summary>
internal enum FinessKey
{
    Right,
    Wrong,
    Unknown,
    NotANumber,
}

/// <summary>National keys over the bytes of a record.</summary>
internal static class KeyCheck
{
    /// <summary>True for 13 characters and their key.</summary>
    public static bool Nir(ReadOnlySpan<byte> full)
    {
        Span<char> text = stackalloc char[National.Nir.FullLength];
        return Widen(full, text) && National.Nir.IsValid(text);
    }

    /// <summary>Corsica's letter in second place leaves the key unknown.</summary>
    public static FinessKey Finess(ReadOnlySpan<byte> number)
    {
        Span<char> text = stackalloc char[National.Finess.Length];
        if (!Widen(number, text))
        {
            return FinessKey.NotANumber;
        }

        var digits = text.IndexOfAnyExceptInRange('0', '9') < 0;
        return National.Finess.IsValid(text)
            ? digits ? FinessKey.Right : FinessKey.Unknown
            : digits ? FinessKey.Wrong : FinessKey.NotANumber;
    }

    private static bool Widen(ReadOnlySpan<byte> bytes, Span<char> text) =>
        bytes.Length == text.Length && Ascii.ToUtf16(bytes, text, out _) == System.Buffers.OperationStatus.Done;
}
