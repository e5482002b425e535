using System.Globalization;
using Simphonie.Formats.Tests.B2;
using Simphonie.Formats.Tests.Noemie;

namespace Simphonie.Cli.Tests.BadInput.Billing;

/// <summary>
/// The sample's file with its lot 7 made today, since older ones are refused, and returns and acknowledgements about it, written by position under the number that its
/// recipient answers under.
/// </summary>
internal static class Answer
{
    private const string OtherIssuer = "00000000017511";
    private const string Issuer = "00000001999999";
    private const string OtherPerson = "279035121518989";
    private const string Person = "297022A02077878";

    private static readonly DateTimeOffset s_now = TimeProvider.System.GetUtcNow();

    public static string Today { get; } = s_now.ToString("yyMMdd", CultureInfo.InvariantCulture);

    public static string YearAgo { get; } = s_now.AddYears(-1).ToString("yyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Place of the lot's control total among the entities.</summary>
    public const int LotControl = 10;

    /// <summary>Place of the invoice among the entities.</summary>
    public const int Invoice = 6;

    /// <summary>Place of the part of the compulsory insurance among the entities.</summary>
    public const int AmoPart = 8;

    public static byte[] Sent() => SampleFile.With(2, 72, Today);

    /// <summary>Pays both parts of the sample's first invoice: 37.95 and 12.61 euros.</summary>
    public static ReturnText Paying(string file, long amo = 3795, string? lotDate = null) => Of(
    [
        EntityLines.Header(file),
        EntityLines.Agent(),
        EntityLines.Payee(),
        EntityLines.Transfer(),
        EntityLines.ReturnKind(),
        EntityLines.Lot(7, lotDate ?? Today),
        EntityLines.Invoice("000000101", 7, lotDate ?? Today, "000100"),
        EntityLines.People(),
        EntityLines.AmoPart(3795, 'P', amo),
        EntityLines.AmcPart(1261, 'P', 1261),
        EntityLines.Control(1, amo + 1261, "03"),
        EntityLines.Control(1, amo + 1261, "02"),
        EntityLines.Control(1, amo + 1261, "01"),
        EntityLines.Trailer(14, 1, amo + 1261, file),
    ]);

    /// <summary>Says that a lot of the sample's file was accepted.</summary>
    public static byte[] Accepting(string file, int lot) => Of(
    [
        EntityLines.Header(file, exchange: "ARL1"),
        EntityLines.Payee(),
        $"09003F00001{lot:000}{Today}A{"",-4}{"",-60}@",
        EntityLines.Control(1, 0, "02"),
        EntityLines.Trailer(5, 0, 0, file),
    ]).Blocks;

    private static ReturnText Of(string[] entities) => new([.. entities.Select(static entity =>
        entity.Replace(OtherIssuer, Issuer, StringComparison.Ordinal).Replace(OtherPerson, Person, StringComparison.Ordinal))]);
}
