using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.FhirPath;

/// <summary>A synthetic admission with two covers (published test identities), and expressions over it.</summary>
internal static class Admission
{
    private const string Text =
        "MSH|^~\\&|GAP|750000010|HUB|HUB|20240306110000||ADT^A01^ADT_A01|1|T|2.5^FRA^2.11\r" +
        "PID|1||8001^^^CHX&1.2.250.1.71.1&ISO^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS~77^^^LOCAL^PI" +
        "||PAT-TROIS^DOMINIQUE^^^^^L~USUEL^DOMINIQUE^^^^^D||19790332|F||||||||||450^^^CHX&1.2.250.1.71.2&ISO^AN||||||||||||||VALI\r" +
        "PV1|1|I|||||||||||||||||\r" +
        "ZBE|1|20240306103000||INSERT|N||||MH\r" +
        "ZFD|32^03^1979\r" +
        "IN1|1|AMO^Assurance maladie|011310000|||||||||20240101|20241231||||||||||||||||||||||||||||||||||||279035121518989^^^^SS\r" +
        "IN2||ONE\r" +
        "IN1|2|AMC|303294|||||||||20230101|\"\"||||||||||||||||||||||||||||||||||||12345^^^^SS\r" +
        "IN3|1\r";

    private static readonly Lazy<Hl7Schema> _schema = new(Load);

    public static Hl7Schema Schema => _schema.Value;

    public static EvaluationContext Context(List<Node>? used = null, string? text = null) => new()
    {
        Now = Evaluated.Now,
        Focus = Hl7Document.Read(Encoding.Latin1.GetBytes(text ?? Text), Schema).Root,
        Used = used,
    };

    public static ExpressionScope Scope { get; } = new() { Schema = Schema, Addresses = true, Tables = ["sex"], References = ["patient"] };

    /// <summary>Results over the admission; findings throw.</summary>
    public static string Of(string expression)
    {
        var context = Context();
        var items = Evaluated.In(expression, context, Scope);
        Assert.That(context.Findings, Is.Empty);
        return string.Join(" | ", items.Select(item => item.Value.Text));
    }

    private static Hl7Schema Load()
    {
        var findings = new DiagnosticBag();
        var schema = new Hl7SchemaLoader().Load(Path.Combine(FhirTestFiles.Root, "schemas", "hl7v2", "pam-fr-2.11.yaml"), findings);
        Assert.That(findings, Is.Empty);
        return (Hl7Schema)schema!;
    }
}
