using System.Globalization;

namespace Simphonie.Bench.Load;

/// <summary>
/// The insured people of the load: made-up numbers of communes 99 990 to 99 998, which do not exist, with right keys. As many as a hospital admits in days,
/// so that messages about one person seldom meet on their way.
/// </summary>
internal static class LoadPeople
{
    public const int Count = 9_000;

    /// <summary>15 digits: woman, born in March 1979, and then commune and order.</summary>
    public static string Nir(int person)
    {
        var number = 2_790_399_000_000L + (((990 + (person / 1000)) * 1000L) + (person % 1000));
        return number.ToString(CultureInfo.InvariantCulture) + (97 - (number % 97)).ToString("00", CultureInfo.InvariantCulture);
    }
}
