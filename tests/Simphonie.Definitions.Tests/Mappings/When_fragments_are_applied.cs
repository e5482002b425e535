using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_fragments_are_applied
{
    private const string Stamped = """
        fragment: stamped
        parameters: [code]
        rules:
          - stamp:
              - code: "%code"
        """;

    [Test]
    public void Should_write_their_rules_at_the_place_of_use()
    {
        var result = MappingBench.Run(
            """
            fragments:
              person:
                - name: name
            make:
              - for: sender
                set:
                  - receiver:
                      - apply: person
            """,
            MappingBench.Letter("sender.name=Anne"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.receiver[0].name[0]=Anne" }));
    }

    [Test]
    public void Should_take_parameters_and_files_of_their_own()
    {
        var result = MappingBench.Run(
            "make:\n  - apply: stamped\n    with: {code: title}\n",
            MappingBench.Letter("title=A"),
            explain: false,
            ("stamped", Stamped));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.stamp[0].code[0]=A" }));
    }

    [Test]
    public void Should_check_them_against_the_place_of_use()
    {
        var findings = MappingBench.FindingsOf("fragments:\n  bad:\n    - nam: name\nmake:\n  - sender:\n      - apply: bad\n");

        Assert.That(findings, Has.Count.EqualTo(1));
        Assert.That(findings[0].Code, Is.EqualTo(MappingCodes.UnknownTarget));
        Assert.That(findings[0].Text, Does.Contain("did you mean 'name'"));
        Assert.That(findings[0].Place.Line, Is.EqualTo(MappingBench.HeadLines + 3));
    }

    [Test]
    public void Should_refuse_missing_and_unknown_parameters()
    {
        var findings = MappingBench.FindingsOf("make:\n  - apply: stamped\n    with: {cod: title}\n", ("stamped", Stamped));

        Assert.That(findings.Count(finding => finding.Code == MappingCodes.FragmentParameter), Is.EqualTo(2));
    }

    [Test]
    public void Should_suggest_the_fragment_that_was_meant()
    {
        var findings = MappingBench.FindingsOf("make:\n  - apply: stampd\n", ("stamped", Stamped));

        Assert.That(findings[0].Code, Is.EqualTo(MappingCodes.UnknownFragment));
        Assert.That(findings[0].Text, Does.Contain("did you mean 'stamped'"));
    }

    [Test]
    public void Should_name_both_ends_of_a_circle()
    {
        var findings = MappingBench.FindingsOf(
            """
            fragments:
              one:
                - apply: two
              two:
                - apply: one
            make:
              - apply: one
            """);

        Assert.That(findings, Has.Count.EqualTo(1));
        Assert.That(findings[0].Code, Is.EqualTo(MappingCodes.FragmentCycle));
        Assert.That(findings[0].Text, Does.Contain($"'two' (test.map.yaml({MappingBench.HeadLines + 4},3))").And.Contains($"'one' (test.map.yaml({MappingBench.HeadLines + 2},3))"));
    }
}
