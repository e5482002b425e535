using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Validation;

namespace Simphonie.Formats.Tests.Hl7v2.Validation;

public sealed class When_published_samples_are_validated
{
    [Test]
    public void Should_find_nothing_wrong_with_the_admissions()
    {
        var files = Directory.GetFiles(Hl7Files.PublishedSamples(), "*.er7").Where(file => Path.GetFileName(file) != "sortie.er7").ToArray();
        Assert.That(files, Has.Length.EqualTo(6));
        Assert.That(files.SelectMany(file => Errors(file).Select(error => $"{Path.GetFileName(file)}: {error}")), Is.Empty);
    }

    [Test]
    public void Should_find_the_shifted_movement_of_the_discharge()
    {
        var errors = Errors(Path.Combine(Hl7Files.PublishedSamples(), "sortie.er7"));
        Assert.That(errors.Select(error => error.Place.Path), Is.EqualTo((string[])["ZBE[1]-3", "ZBE[1]-4", "ZBE[1]-5", "ZBE[1]-9"]));
    }

    private static Diagnostic[] Errors(string file)
    {
        var findings = new DiagnosticBag();
        Hl7Validator.Validate(Hl7Document.Read(File.ReadAllBytes(file), Hl7Files.PamFr), Hl7Files.PamFr, findings);
        return [.. findings.Where(finding => finding.Severity == Severity.Error)];
    }
}
