using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.FhirPath;

public sealed class When_expressions_are_checked
{
    private static readonly ExpressionScope Patient = new() { Schema = FhirTestFiles.R4, Type = "Patient" };

    [TestCase("name.famly", "SIM1301", 6, "family")]
    [TestCase("name.given.where($this = 'x').foo", "SIM1301", 31, "")]
    [TestCase("name.wher(true)", "SIM1302", 6, "where")]
    [TestCase("%mesage.id", "SIM1303", 1, "message")]
    [TestCase("gender.table('sexe')", "SIM1304", 14, "sex")]
    [TestCase("name.first(1)", "SIM1305", 6, "first()")]
    [TestCase("name.ofType(HumanNam)", "SIM1306", 13, "")]
    [TestCase("PID-3.1", "SIM1307", 1, "")]
    [TestCase("reference(patiant)", "SIM1308", 11, "patient")]
    [TestCase("gender.matches('(')", "SIM1309", 16, "")]
    [TestCase("name.", "SIM1300", 6, "")]
    [TestCase("name = 'open", "SIM1300", 8, "")]
    public void Rejects(string expression, string code, int column, string says)
    {
        var scope = Patient with
        {
            Addresses = expression.StartsWith("PID", StringComparison.Ordinal),
            Tables = ["sex"],
            References = ["patient"],
            Variables = new Dictionary<string, InferredType>(StringComparer.Ordinal) { ["message"] = InferredType.Unknown },
        };
        var findings = new DiagnosticBag();
        var compiled = FhirPathCompiler.Compile(expression, scope, Place.InFile("a.map.yaml", 3, 11), findings);

        Assert.That(compiled, Is.Null);
        Assert.That(findings.Select(finding => finding.Code.Id), Is.EqualTo(new[] { code }));
        Assert.That(findings[0].Place, Is.EqualTo(Place.InFile("a.map.yaml", 3, 10 + column)));
        Assert.That(findings[0].Text, Does.Contain(says));
    }

    [TestCase("ZBF-4", "'ZBE'")]
    [TestCase("PID-99", "PID has no element 99")]
    [TestCase("PID-3.where(CX-55 = 'x')", "CX has no element 55")]
    [TestCase("PID-3.foo(1)", "foo")]
    public void Rejects_addresses_that_no_schema_knows(string expression, string says)
    {
        var findings = new DiagnosticBag();
        FhirPathCompiler.Compile(expression, Admission.Scope, Place.Whole, findings);

        Assert.That(findings.HasErrors);
        Assert.That(findings[0].Text, Does.Contain(says));
    }

    [TestCase("name.given", "string", true)]
    [TestCase("name.given.first()", "string", false)]
    [TestCase("birthDate", "date", false)]
    [TestCase("name.exists()", "System.Boolean", false)]
    [TestCase("name.where(use = 'official')", "HumanName", true)]
    [TestCase("contained.ofType(Observation).value.ofType(Quantity).unit", "string", true)]
    [TestCase("'a' & 'b'", "System.String", false)]
    public void Infers_the_type(string expression, string type, bool many)
    {
        var findings = new DiagnosticBag();
        var compiled = FhirPathCompiler.Compile(expression, Patient, Place.Whole, findings);

        Assert.That(findings, Is.Empty);
        Assert.That(compiled!.Type.Types, Is.EqualTo(new[] { type }));
        Assert.That(compiled.Type.Many, Is.EqualTo(many));
    }

    [TestCase("IN1[0].IN1-3")]
    public void Warns_of_an_index_from_0_beside_addresses_from_1(string expression)
    {
        var findings = new DiagnosticBag();
        var compiled = FhirPathCompiler.Compile(expression, Admission.Scope, Place.Whole, findings);

        Assert.That(compiled, Is.Not.Null);
        Assert.That(findings.Select(finding => finding.Code.Id), Is.EqualTo(new[] { "SIM1310" }));
    }
}
