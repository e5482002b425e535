using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Testing;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

/// <summary>Runs the tests beside the mappings through the product's own runner.</summary>
public sealed class When_the_shipped_mappings_are_tested
{
    private static readonly DiagnosticBag s_findings = new();

    public static IEnumerable<TestCaseData> Tests()
    {
        foreach (var test in TestFileReader.Read(ShippedDefinitions.Load.Set, s_findings).OfType<MappingTest>())
        {
            yield return new TestCaseData(test).SetArgDisplayNames(test.Target.Name, test.Name);
        }
    }

    [Test]
    public void Should_load_without_a_finding()
    {
        Assert.That(ShippedDefinitions.Load.Findings, Is.Empty);
        Assert.That(TestFileReader.Read(ShippedDefinitions.Load.Set, s_findings), Is.Not.Empty);
        Assert.That(s_findings, Is.Empty);
    }

    [TestCaseSource(nameof(Tests))]
    public void Should_pass(MappingTest test)
    {
        var result = new MappingTestRunner(ShippedDefinitions.Formats, ShippedDefinitions.Load.Snapshot!).Run(test);

        Assert.That(result.Failures, Is.Empty);
    }
}
