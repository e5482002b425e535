using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_resources_refer_to_each_other
{
    private const string Message = "MSH|^~\\&|GAM|CH|HUB|CH|20240306||ADT^A01^ADT_A01|1|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8\rIN1|1|AMO|A\rIN1|2|AMO|B\r";

    private const string Covers = """
        make:
          - Bundle:
              - type: "'collection'"
          - for: IN1
            make:
              - Coverage as cover:
                  - status: "'active'"

        """;

    [Test]
    public void Should_mean_the_resource_made_from_the_same_item()
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Bundle, Covers + "  - for: IN1.where(IN1-3 = 'B')\n    make:\n      - Account:\n          - status: \"'active'\"\n          - coverage.coverage: reference(cover)\n");

        var result = PamBench.Run(mapping, PamBench.Message(Message));

        Assert.That(PamBench.Text(result.Output), Does.Contain("\"fullUrl\":\"urn:uuid:id-test/cover/1\"").And.Contain("\"coverage\":[{\"coverage\":{\"reference\":\"urn:uuid:id-test/cover/1\"}}]"));
    }

    [Test]
    public void Should_find_a_reference_ambiguous_outside_of_the_loop()
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Bundle, Covers + "  - Account:\n      - coverage.coverage: reference(cover)\n");

        var result = PamBench.Run(mapping, PamBench.Message(Message));

        Assert.That(result.Output, Is.Null);
        Assert.That(result.Findings.Select(finding => finding.Code), Does.Contain(MappingCodes.AmbiguousReference));
    }

    [Test]
    public void Should_refuse_a_name_that_no_rule_above_makes()
    {
        var error = Assert.Throws<AssertionException>(() => PamBench.Compile(PamBench.Pam, PamBench.Bundle, "make:\n  - Account:\n      - subject: reference(patient)\n  - Patient as patient:\n      - gender: \"'male'\"\n"));

        Assert.That(error!.Message, Does.Contain(FhirPathCodes.UnknownReference.Id));
    }

    [Test]
    public void Should_give_each_resource_an_identifier_of_its_own()
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Bundle, "make:\n  - Patient:\n      - gender: \"'male'\"\n  - Patient:\n      - gender: \"'female'\"\n");

        var result = PamBench.Run(mapping, PamBench.Message(Message));

        Assert.That(PamBench.Text(result.Output), Does.Contain("urn:uuid:id-test/Patient\"").And.Contain("urn:uuid:id-test/Patient-2\""));
    }
}
