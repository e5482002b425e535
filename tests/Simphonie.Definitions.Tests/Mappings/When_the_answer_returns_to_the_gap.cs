using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

/// <summary>What must never change on the way back, checked on the bytes.</summary>
public sealed class When_the_answer_returns_to_the_gap
{
    private static Document Request => PamBench.Case(PamBench.Bundle, "request-a01-amo.json");

    private static Document Answer => PamBench.Case(PamBench.Bundle, "answer-rights-open.json");

    [Test]
    public void Should_keep_every_other_segment_byte_for_byte()
    {
        var message = PamBench.Case(PamBench.Pam, "a01-amo.er7");

        var after = PamBench.Segments(Return(message).Output);

        string[] changed = ["MSH", "ZBE", "IN1", "IN2", "IN3"];
        foreach (var segment in PamBench.Segments(message).Where(segment => !changed.Contains(segment[..3])))
        {
            Assert.That(after, Does.Contain(segment));
        }
    }

    [TestCase("AMC")]
    [TestCase("CMUC")]
    [TestCase("AMEC")]
    [TestCase("PAT")]
    [TestCase("ASS")]
    [TestCase("EMP")]
    [TestCase("ETB")]
    [TestCase("DEP")]
    public void Should_never_drop_another_debtor(string debtor)
    {
        var text = PamBench.Text(PamBench.Case(PamBench.Pam, "a01-amo.er7")).Replace("|PAT|", $"|{debtor}|", StringComparison.Ordinal);

        var after = PamBench.Segments(Return(PamBench.Message(text)).Output);

        Assert.That(after.Count(segment => segment.StartsWith("IN1", StringComparison.Ordinal) && segment.Split('|')[2] == debtor), Is.EqualTo(debtor == "AMC" ? 2 : 1));
    }

    [Test]
    public void Should_not_write_C2S_twice_where_the_message_has_it()
    {
        var text = PamBench.Text(PamBench.Case(PamBench.Pam, "a01-amo.er7")).Replace("|PAT|", "|CMUC|", StringComparison.Ordinal);

        var after = PamBench.Segments(Return(PamBench.Message(text)).Output);

        Assert.That(after, Has.None.StartsWith("IN1|3|C2S"));
    }

    [TestCase("2790351215189", "2360663220836", Description = "the NIR of somebody else")]
    [TestCase("1979-03-28", "1979-03-29", Description = "another birth date")]
    [TestCase("\"multipleBirthInteger\": 1", "\"multipleBirthInteger\": 2", Description = "another rank")]
    public void Should_write_nothing_when_the_answer_is_about_somebody_else(string said, string instead)
    {
        var other = PamBench.Read(PamBench.Bundle, System.Text.Encoding.UTF8.GetBytes(
            File.ReadAllText(ShippedDefinitions.InProject("mappings/cdri/cases/answer-rights-open.json")).Replace(said, instead, StringComparison.Ordinal)));

        var result = PamBench.Run(
            PamBench.Shipped("eligibility-to-pam"), PamBench.Case(PamBench.Pam, "a01-amo.er7"), ("request", Request), ("answer", other));

        Assert.That(result.Output, Is.Null);
        Assert.That(result.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { MappingCodes.RequirementNotMet }));
    }

    [Test]
    public void Should_make_the_same_bytes_again()
    {
        var message = PamBench.Case(PamBench.Pam, "a01-amo.er7");

        var first = PamBench.Text(Return(message).Output);
        var replayed = PamBench.Text(Return(message).Output);

        Assert.That(replayed, Is.EqualTo(first));
    }

    [Test]
    public void Should_change_nothing_a_second_time()
    {
        var once = Return(PamBench.Case(PamBench.Pam, "a01-amo.er7")).Output!;

        var twice = Return(once);

        Assert.That(twice.Findings, Is.Empty);
        Assert.That(twice.Output, Is.Null);
    }

    [Test]
    public void Should_say_which_document_is_missing()
    {
        var result = PamBench.Run(PamBench.Shipped("eligibility-to-pam"), PamBench.Case(PamBench.Pam, "a01-amo.er7"));

        Assert.That(result.Findings.Select(finding => finding.Code), Has.All.EqualTo(MappingCodes.MissingSource).And.Exactly(2).Items);
    }

    private static MappingResult Return(Document message) =>
        PamBench.Run(PamBench.Shipped("eligibility-to-pam"), message, ("request", Request), ("answer", Answer));
}
