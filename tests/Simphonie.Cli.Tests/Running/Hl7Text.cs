namespace Simphonie.Cli.Tests.Running;

/// <summary>Synthetic HL7 v2 messages as text.</summary>
internal static class Hl7Text
{
    /// <summary>A message of the test world with the segments that a movement needs.</summary>
    public static string Movement(string trigger, string controlId, string dossier, string name = "ESSAI^COMMANDE", string conditions = "||") =>
        $"MSH|^~\\&|GAM|CHU-X|HUB|CHU-X|20240306111154||ADT^{trigger}^ADT_A01|{controlId}|D|2.5^FRA^2.11||{conditions}|FRA|8859/1\r" +
        "EVN||20240306111154\r" +
        $"PID|1||P{dossier}^^^CHU-X^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||{name}^^^^L||19790328|F||||||||||{dossier}^^^CHU-X^AN\r" +
        "PV1|1|I\r" +
        "ZBE|1^CHU-X|20240306110000||INSERT|N|||H\r";

    /// <summary>MSA-1 of an acknowledgement.</summary>
    public static string CodeOf(string? acknowledgement) => Segment(acknowledgement, "MSA")[1];

    /// <summary>MSA-2 of an acknowledgement: the control id that it answers.</summary>
    public static string AnsweredOf(string? acknowledgement) => Segment(acknowledgement, "MSA")[2];

    /// <summary>ERR-3.1 of each ERR.</summary>
    public static IReadOnlyList<string> ErrorsOf(string? acknowledgement) =>
        [.. (acknowledgement ?? "").Split('\r').Where(line => line.StartsWith("ERR|", StringComparison.Ordinal)).Select(line => line.Split('|')[3].Split('^')[0])];

    private static string[] Segment(string? message, string name) =>
        (message ?? "").Split('\r').FirstOrDefault(line => line.StartsWith(name + "|", StringComparison.Ordinal))?.Split('|') ?? ["", "none", ""];
}
