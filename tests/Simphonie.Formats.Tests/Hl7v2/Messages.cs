using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Validation;

namespace Simphonie.Formats.Tests.Hl7v2;

/// <summary>Synthetic messages about published test identities. Segments are joined by CR.</summary>
internal static class Messages
{
    public const string Header = @"MSH|^~\&|GAP|CH-EX|HUB|CH-EX|20240306111154||ADT^A01^ADT_A01|M1|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR||2.11^IHE_FRANCE-2.11-PAM";
    public const string Event = "EVN||20240306111154||||20240306110000";
    public const string Patient = "PID|1||0042^^^CH-EX&750000010&N^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L||19790328|F||||||||||D77^^^CH-EX&750000010&N^AN||||||||||||||VALI";
    public const string Visit = "PV1|1|I|6268^12^1^CH-EX&750000010&N||||||||||||||||V1^^^CH-EX&750000010&N^VN";
    public const string Movement = "ZBE|7^GAP|20240306110000||INSERT|N||CARDIO^^^^^CH-EX&750000010&N^UF^^^6268|CARDIO^^^^^CH-EX&750000010&N^UF^^^6268|HMS";
    public const string Cover = "IN1|1|AMO|012110000||||||||||||||00||||||||||||||||||||||||||||||||279035121518989^^^ASIP-SANTE-NIR&1.2.250.1.213.1.4.8&ISO^SS";

    public static string Admission => Join(Header, Event, Patient, Visit, Movement, Cover);

    public static string Join(params string[] segments) => string.Concat(segments.Select(segment => segment + "\r"));

    public static Hl7Document Read(string message) => Hl7Document.Read(Encoding.UTF8.GetBytes(message), Hl7Files.PamFr);

    public static Hl7Document ReadBare(string message) => Hl7Document.Read(Encoding.UTF8.GetBytes(message));

    public static IReadOnlyList<Diagnostic> Validate(string message)
    {
        var findings = new DiagnosticBag();
        Hl7Validator.Validate(Read(message), Hl7Files.PamFr, findings);
        return findings;
    }

    /// <summary><c>ZBE[1]-3 SIM2106 102</c> of every error.</summary>
    public static string[] Errors(string message) =>
        [.. Validate(message).Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Place} {finding.Code} {finding.StandardCode}")];

    public static string[] Warnings(string message) =>
        [.. Validate(message).Where(finding => finding.Severity == Severity.Warning).Select(finding => $"{finding.Place} {finding.Code} {finding.StandardCode}")];
}
