using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir;

namespace Simphonie.Formats.Tests.Fhir.Validation;

public sealed class When_official_examples_are_validated
{
    [Test]
    public async Task Should_agree_with_an_independent_validator_but_for_the_listed_differences()
    {
        var examples = FhirTestFiles.Examples();
        var theirs = MedplumValidator.ValidateAsync(examples.Select(file => (Path.GetFileName(file), (string?)file, (string?)null)));
        var ours = Validate(examples);
        var verdicts = await theirs;

        var differences = ours.Where(own => own.Value.HasErrors == verdicts[own.Key].Valid).OrderBy(own => own.Key, StringComparer.Ordinal).ToList();
        foreach (var (name, findings) in differences)
        {
            TestContext.Out.WriteLine($"{name}: ours {string.Join("; ", findings.Where(finding => finding.Severity == Severity.Error).Take(4))} theirs {verdicts[name].Text}");
        }

        Assert.Multiple(() =>
        {
            Assert.That(verdicts, Has.Count.EqualTo(examples.Count));
            Assert.That(differences.Select(own => Differences.Key(own.Key, !own.Value.HasErrors, verdicts[own.Key].Valid)), Is.EquivalentTo(Differences.Listed("example")));
        });
    }

    private static Dictionary<string, DiagnosticBag> Validate(IReadOnlyList<string> examples)
    {
        var format = new FhirFormat();
        var results = new Dictionary<string, DiagnosticBag>(StringComparer.Ordinal);
        Parallel.ForEach(examples, file =>
        {
            var findings = new DiagnosticBag();
            var document = format.Read(File.ReadAllBytes(file), FhirTestFiles.R4);
            format.Validate(document, FhirTestFiles.R4, findings);
            lock (results)
            {
                results[Path.GetFileName(file)] = findings;
            }
        });
        return results;
    }
}
