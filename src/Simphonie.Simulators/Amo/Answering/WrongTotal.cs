using System.Globalization;
using System.Text;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>The fault of a 999 whose total does not agree.</summary>
internal static class WrongTotal
{
    private const int TrailerLength = 128;
    private const int AmountStart = 85;
    private const int AmountLength = 11;

    /// <summary>Adds a cent to the total of the file (999, 86-96), or takes one off the highest.</summary>
    public static void Put(Span<byte> file)
    {
        var field = file[^TrailerLength..].Slice(AmountStart, AmountLength);
        var total = long.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);
        var wrong = field.ContainsAnyExcept((byte)'9') ? total + 1 : total - 1;
        Encoding.ASCII.GetBytes(wrong.ToString("00000000000", CultureInfo.InvariantCulture), field);
    }
}
