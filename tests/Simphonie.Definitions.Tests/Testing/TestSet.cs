using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;
using Simphonie.Definitions.Tests.Routes;

namespace Simphonie.Definitions.Tests.Testing;

/// <summary>A route or a mapping with tests beside it.</summary>
internal static class TestSet
{
    public const string Message = "MSH|^~\\&|GAM|CH|HUB|CH|20260306111154||ADT^A01^ADT_A01|S1|T|2.5^FRA^2.11\nPID|1||42^^^CH&750000010&N^PI||ESSAI^CAMILLE^^^^^L||19790328|F\n";

    public const string Mapping = """
        mapping: m
        version: 1
        effective: 2020-01-01
        from: hl7v2/pam-fr@2.11
        to: fhir/r4#Patient
        make:
          - gender: iif(PID-8 = 'F', 'female', 'unknown')
          - birthDate: PID-7.fhirDate()
        """;

    public static (IReadOnlyList<DefinitionTest> Tests, DiagnosticBag Findings, DefinitionLoad Load) Read(string tests, bool route = false)
    {
        using var folder = new TemporaryFolder();
        folder.Write(route ? "set/x.route.yaml" : "set/x.map.yaml", route ? RouteLint.Head + "steps:\n  - filter: PID-3.exists()\n" : Mapping);
        folder.Write("set/x.test.yaml", tests);
        folder.Write("set/cases/a01.er7", Message);
        var load = new DefinitionLoader(Repository.Tools with { Site = Repository.Site }).Load([Path.Combine(folder.Path, "set"), Repository.PathOf("schemas")]);
        var findings = new DiagnosticBag();
        return (TestFileReader.Read(load.Set, findings), findings, load);
    }

    public static TestResult Run(string expectations)
    {
        var (tests, findings, load) = Read($"tests:\n  - name: t\n    message: cases/a01.er7\n    expect:\n{expectations}");
        Assert.That(findings.Concat(load.Findings), Is.Empty);
        return new MappingTestRunner(Repository.Tools.Formats, load.Snapshot!).Run((MappingTest)tests.Single());
    }
}
