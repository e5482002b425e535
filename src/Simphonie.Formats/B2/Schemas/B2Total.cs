using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>A field that counts or adds up: running numbers with their signs. Records of type 5 speak of their invoice, of type 6 of their lot, 999 of the file.</summary>
/// <param name="Field">Where the total stands.</param>
/// <param name="Terms">Running numbers and +1 or -1.</param>
/// <param name="IsCount">True when it counts records.</param>
internal sealed record B2Total(FixedField Field, (int Number, int Sign)[] Terms, bool IsCount)
{
    public long Of(ReadOnlySpan<long> numbers)
    {
        long total = 0;
        foreach (var (number, sign) in Terms)
        {
            total += sign * numbers[number];
        }

        return total;
    }
}
