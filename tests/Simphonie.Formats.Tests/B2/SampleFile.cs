using System.Text;

namespace Simphonie.Formats.Tests.B2;

/// <summary>
/// A file written by hand, one record a line, with totals counted by hand: two invoices in one lot. Made-up people with published test numbers.
/// </summary>
internal static class SampleFile
{
    private const string Finess = "750000010";
    private const string Person = "297022A02077878";

    /// <summary>000, 1, 2, 2S, 3, 3S, 4, 4M, 5, 2, 3, 5, 6, 999: 14 records.</summary>
    public static string[] Records { get; } =
    [
        At((1, "000TE"), (6, "00000750000010"), (26, "CT"), (28, "00000001750011"), (42, "000000"), (48, "TR"), (50, "F00001"), (56, "260105"), (62, "CP"), (66, "B2"), (83, "128")),
        At((1, "1" + Finess), (17, "011"), (20, "007"), (23, "101"), (26, "03"), (28, "03"), (30, "HOPITAL DE DEMONSTRATION"), (70, "B2"), (72, "260105"), (79, "CP"), (82, "062007"), (88, "U")),
        Invoice("2", "000000101", (39, "1"), (40, "E00000001"), (49, "01"), (51, "751"), (54, "0000"), (58, "1"), (74, "100"), (77, "10"), (79, "0"), (80, "000000"), (86, "000000000"), (95, "0"), (96, "970226"), (102, "1"), (103, "260102"), (109, "260102"), (115, "11")),
        Invoice("2", "000000101", (39, "S01"), (42, "000100"), (48, "15"), (50, Person)),
        Invoice("3", "000000101", (39, "07"), (41, "110"), (44, "260102"), (50, "260102"), (56, "ATU"), (61, "001"), (65, "00100"), (71, "10000"), (76, "0002556"), (83, "00002556"), (91, "080"), (94, "00002045"), (102, "00002556"), (122, "0000511")),
        Invoice("3", "000000101", (39, "S01"), (42, "100000009"), (51, "S"), (52, "01"), (54, "260102"), (66, "9")),
        Invoice("4", "000000101", (39, "07"), (41, "110"), (44, "100000009"), (55, "01"), (57, "100000009"), (66, "10"), (68, "01"), (70, "260102"), (76, "CS"), (81, "01"), (83, "000100"), (89, "00"), (91, "0002500"), (98, "0002500"), (105, "070"), (108, "0001750"), (115, "0003000"), (123, "000750")),
        General("4", "000000101", (36, "M01"), (43, "DEQP003"), (57, "1")),
        Invoice("5", "000000101", (39, "004"), (42, "00002556"), (50, "00002045"), (58, "00003000"), (66, "00001750"), (74, "00001761"), (82, "00000511"), (90, "00000750"), (115, "00002556")),
        Invoice("2", "000000102", (39, "1"), (40, "E00000002"), (49, "01"), (51, "751"), (54, "0000"), (58, "1"), (74, "100"), (77, "10"), (79, "0"), (80, "000000"), (86, "000000000"), (95, "0"), (96, "970226"), (102, "1"), (103, "260103"), (109, "260103"), (115, "09")),
        Invoice("3", "000000102", (39, "07"), (41, "110"), (44, "260103"), (50, "260103"), (56, "FFM"), (61, "001"), (65, "00100"), (71, "10000"), (76, "0001000"), (83, "00001000"), (91, "080"), (94, "00000800"), (102, "00001000"), (122, "0000200")),
        Invoice("5", "000000102", (39, "001"), (42, "00001000"), (50, "00000800"), (58, "00000000"), (66, "00000000"), (74, "00000200"), (82, "00000200"), (90, "00000000"), (115, "00001000")),
        At((1, "6" + Finess), (11, "002"), (14, "0005"), (18, "0003"), (22, "002"), (25, "000006556"), (34, "000004595"), (43, "000001461"), (52, "007"), (55, "T"), (88, "000000000")),
        At((1, "999TE"), (6, "00000750000010"), (26, "CT"), (28, "00000001750011"), (48, "TR"), (50, "F00001"), (56, "00000014"), (83, "001")),
    ];

    public static byte[] Bytes(string separator = "") => Encoding.ASCII.GetBytes(string.Concat(Records.Select(record => record + separator)));

    /// <summary>The same with text put over one record, from a position.</summary>
    public static byte[] With(int record, int position, string text, string separator = "") => Encoding.ASCII.GetBytes(string.Concat(Records.Select((one, index) =>
        (index + 1 == record ? string.Concat(one.AsSpan(0, position - 1), text, one.AsSpan(position - 1 + text.Length)) : one) + separator)));

    /// <summary>The same with its records put otherwise.</summary>
    public static byte[] Of(IEnumerable<string> records, string separator = "") => Encoding.ASCII.GetBytes(string.Concat(records.Select(record => record + separator)));

    /// <summary>A record of blanks with text at positions, from 1.</summary>
    public static string At(params (int Position, string Text)[] parts)
    {
        var record = new string(' ', 128).ToCharArray();
        foreach (var (position, text) in parts)
        {
            text.CopyTo(0, record, position - 1, text.Length);
        }

        return new(record);
    }

    /// <summary>A record of norm CP: rank at 27, invoice at 30.</summary>
    private static string Invoice(string type, string number, params (int, string)[] parts) =>
        At([(1, type + Finess), (12, Person), (27, "001"), (30, number), .. parts]);

    /// <summary>A record of the general layout: invoice at 27.</summary>
    private static string General(string type, string number, params (int, string)[] parts) =>
        At([(1, type + Finess), (12, Person), (27, number), .. parts]);
}
