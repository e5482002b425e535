using NUnit.Framework;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Contracts.Formats;

/// <summary>What was not changed leaves as it came; what was built reads back as it was built.</summary>
public abstract class When_a_document_is_written : FormatContract
{
    [Test]
    public void Should_be_the_same_bytes_when_nothing_changed() => Assert.That(Write(Read(Samples.Good)), Is.EqualTo(Samples.Good));

    [Test]
    public void Should_read_back_what_was_built()
    {
        var findings = new DiagnosticBag();
        var builder = Samples.Format.CreateBuilder(Samples.Schema, Samples.BuiltType);
        Samples.Fill(builder);
        var built = builder.Build(findings);
        Assert.That(findings.Where(finding => finding.Severity == Severity.Error), Is.Empty);

        var bytes = Write(built);
        Assert.That(Walk.Contents(Read(bytes)), Is.EqualTo(Walk.Contents(built)));
        Assert.That(Write(Read(bytes)), Is.EqualTo(bytes));
    }
}
