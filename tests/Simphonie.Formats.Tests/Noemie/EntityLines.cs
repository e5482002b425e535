using System.Globalization;

namespace Simphonie.Formats.Tests.Noemie;

/// <summary>Entities as text, written by position from the published tables and not by the product.</summary>
internal static class EntityLines
{
    public static string Header(string file = "000123", string world = "T", string exchange = "0908") =>
        $"000CP00000000017511SIMPHOTE750000010     HUB   NO{file}260315{exchange}  NNU{world}{Blank(11)}128{Blank(43)}";

    public static string Agent(string payee = "750000010") => $"02001{payee.PadLeft(15, '0')}@";

    public static string Payee(string payee = "750000010") => $"04002{payee.PadLeft(15, '0')}@";

    public static string Transfer(string date = "260314", string label = "VIREMENT 0001") => $"07102{date}{label.PadRight(32)}{Blank(32)}{"CPAM751".PadRight(10)}@";

    public static string ReturnKind(string kind = "01") => $"08102{kind}{Blank(14)}@";

    public static string Lot(int number = 12, string date = "260301", int level = 3) => Invariant($"080{level:00}{date}{number:000}@");

    public static string Invoice(string number = "260000001", int lot = 12, string lotDate = "260301", string complement = "001A00", int level = 4) =>
        Invariant($"102{level:00}{number}{complement}{lot:000}{lotDate}B260228 AS@");

    public static string People(int level = 5, string name = "PAT-TROIS") =>
        Invariant($"103{level:00}279035121518989{name,-25}{Blank(25)}{"DOMINIQUE",-15}{Blank(13)}00790328{1}{Blank(40)}0000@");

    public static string AmoPart(long asked, char state, long paid, int level = 5) =>
        Invariant($"198{level:00}{asked:00000000}{state}{Math.Abs(paid):00000000}{(paid < 0 ? 'N' : 'P')}@");

    public static string AmcPart(long asked, char state, long paid, int level = 5) =>
        Invariant($"199{level:00}{asked:00000000}{state}{Math.Abs(paid):00000000}{(paid < 0 ? 'N' : 'P')}0099999999{"ADHERENT1",-15}@");

    public static string Rejection(string code, string label, char part = 'O', int level = 6, char scope = 'F', int line = 0) =>
        Invariant($"294{level:00}{code,-4}{label,-86}{scope}{part}{Blank(5)}000000{Blank(9)}{line:000}00{Blank(30)}@");

    public static string Notice(string code, string label, int level = 6) => Invariant($"290{level:00}01{code,-10}{label,-80}@");

    public static string Deduction(long cents, int level = 3) => Invariant($"250{level:00}01{"DETTE00001",-10}260101INDRPR{Math.Abs(cents):00000000}{(cents < 0 ? 'N' : 'P')}00000000@");

    public static string OneOff(long cents, int level = 3) => Invariant($"261{level:00}00042{cents:00000000}@");

    public static string OneOffDetail(long cents, int level = 4) => Invariant($"262{level:00}{"AB",-5}{"FORFAIT ANNUEL",-80}{Blank(13)}{Blank(2)}0000000A260101261231{cents:00000000}@");

    public static string Control(long count, long cents, string closed = "") => Invariant($"99099{closed,-17}{count:00000000}{Math.Abs(cents):00000000000}{(cents < 0 ? 'N' : 'P')}@");

    public static string Trailer(long entities, long lots, long cents, string file = "000123") =>
        Invariant($"999CP00000000017511SIMPHOTE750000010     HUB   NO{file}{entities:00000000}T{Blank(18)}{lots:000}{Math.Abs(cents):00000000000}{(cents < 0 ? 'N' : 'P')}{Blank(31)}");

    private static string Blank(int count) => new(' ', count);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
