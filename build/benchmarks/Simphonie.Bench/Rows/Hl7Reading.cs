using System.Diagnostics;
using System.Globalization;
using System.Text;
using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Bench.Rows;

/// <summary>Reads a PAM message of about 1.3 kB, and one of 200 OBX (20 kB), and takes 12 fields of each as text.</summary>
public static class Hl7Reading
{
    private static readonly Hl7Path[] PamPaths = Paths("MSH-10", "MSH-9.2", "EVN-2", "PID-3.1", "PID-3[2].1", "PID-5.1", "PID-5.2", "PID-7", "PID-18.1", "PV1-2", "PV1-19.1", "ZBE-9");

    private static readonly Hl7Path[] ObxPaths = Paths("MSH-10", "MSH-9.2", "PID-3.1", "PID-5.1", "PID-7", "PV1-2", "OBR-4.1", "OBX-5", "OBX[50]-5", "OBX[100]-5", "OBX[150]-5", "OBX[200]-5");

    /// <summary>Both rows, each measured for <paramref name="seconds"/>.</summary>
    public static IReadOnlyList<Hl7ReadingResult> Measure(double seconds = 2) =>
        [Measure("pam", PamMessage(), PamPaths, seconds), Measure("obx200", ObxMessage(), ObxPaths, seconds)];

    /// <summary>A synthetic admission of about 1.3 kB. Its segments and lengths are those of a real one.</summary>
    public static byte[] PamMessage() => Join(
        @"MSH|^~\&|GAP|CH-EX|DPI|CH-EX|20240306111154||ADT^A01^ADT_A01|3975|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR||2.11^IHE_FRANCE-2.11-PAM",
        "EVN||20240306111154||||20240306110000|",
        "PID|1||000042^^^CH-EX&750000010&N^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20101207||PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L||19790328|F|||1 RUE DE L EXEMPLE^^PARIS^^75007^FRA^H^^^^^^^~^^^^^^BDL^^63220|||||S||24000006^^^CH-EX&750000010&N^AN|||||||1|||||N||VALI|20240306111153||||||",
        "PD1||U||||||||||N|||||||||",
        "ROL||UC|ODRP|10000000001^EXEMPLE^Isabelle^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^L^^^RPPS|||||||1 RUE DU CABINET^CABINET DU DR EXEMPLE^La Rochelle^^17000^FRA^O^^^^^^^|^WPN^PH^^^^^^^^^0100000000",
        "PV1|1|I|^^^CH-EX&750000010&N^O^^|R|||801000000001^Exemple^Pierre^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS|||||||||N|801000000001^Exemple^Pierre^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS||000042406^^^CH-EX&750000010&N^VN^^20210409|||N||||||||||||||4||||||||20240306110000|||||||V|",
        "PV2|||||||CS|20240306100000|20240310080000|||Surveillance||||||AN||||N||||||||F||||||N|||||||||||||",
        "ZBE|312^CH-EX^750000010|20240306110000||INSERT|N||Chir V^^^^^CH-EX&750000010&N^UF^^^6268|Chir V^^^^^CH-EX&750000010&N^UF^^^6268|HMS",
        "ZFA|ACTIF|20240306111154|||||||INO|20240306111154|IC|20240306111154",
        "ZFM|8|||",
        "ZFD|||Y|N|INSI|20211201||");

    /// <summary>A synthetic laboratory result of 200 OBX, about 20 kB.</summary>
    public static byte[] ObxMessage()
    {
        var segments = new List<string>
        {
            @"MSH|^~\&|LAB|CH-EX|DPI|CH-EX|20240306111154||ORU^R01^ORU_R01|L77|T|2.5|||||FRA|UNICODE UTF-8",
            "PID|1||000042^^^CH-EX&750000010&N^PI||PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L||19790328|F",
            "PV1|1|I|6268^12^1",
            "OBR|1|A1|B1|CBC^Hemogram^L|||20240306100000",
        };
        for (var index = 1; index <= 200; index++)
        {
            segments.Add(string.Create(CultureInfo.InvariantCulture, $"OBX|{index}|NM|{7000 + index}-4^Analyte number {index}^LN||{index}.5|mmol/L^millimole per litre^UCUM|3.5-5.5|N|||F|||20240306100000"));
        }

        return Join([.. segments]);
    }

    private static Hl7ReadingResult Measure(string name, byte[] bytes, Hl7Path[] paths, double seconds)
    {
        for (var warm = 0; warm < 20_000; warm++)
        {
            Take(bytes, paths);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        long messages = 0;
        long characters = 0;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            for (var batch = 0; batch < 500; batch++)
            {
                characters += Take(bytes, paths);
            }

            messages += 500;
        }

        var elapsed = watch.Elapsed.TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return characters == 0
            ? throw new InvalidOperationException("No field was found: the measurement would mean nothing.")
            : new Hl7ReadingResult(name, bytes.Length, messages / elapsed, messages * (double)bytes.Length / elapsed / 1e6, allocated / (double)messages);
    }

    /// <summary>Text of every field, as an application would take it; the sum of lengths keeps the work from being left out.</summary>
    private static int Take(byte[] bytes, Hl7Path[] paths)
    {
        Hl7Message.TryOpen(bytes, out var message);
        var characters = 0;
        foreach (var path in paths)
        {
            characters += message.Text(path, Encoding.UTF8)?.Length ?? 0;
        }

        return characters;
    }

    private static Hl7Path[] Paths(params string[] paths) => [.. paths.Select(Hl7Path.Parse)];

    private static byte[] Join(params string[] segments) => Encoding.UTF8.GetBytes(string.Concat(segments.Select(segment => segment + "\r")));
}

/// <summary>One measurement of reading.</summary>
/// <param name="Name"><c>pam</c> or <c>obx200</c>.</param>
/// <param name="Bytes">Length of the message.</param>
/// <param name="MessagesPerSecond">Messages read, 12 fields taken of each.</param>
/// <param name="MegabytesPerSecond">The same in megabytes (10^6).</param>
/// <param name="AllocatedPerMessage">Bytes allocated per message, the texts included.</param>
public sealed record Hl7ReadingResult(string Name, int Bytes, double MessagesPerSecond, double MegabytesPerSecond, double AllocatedPerMessage);
