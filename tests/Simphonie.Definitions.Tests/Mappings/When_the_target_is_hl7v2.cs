using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_the_target_is_hl7v2
{
    private const string Header = "MSH|^~\\&|GAM|CH|HUB|CH|20240306||ADT^A01^ADT_A01|1|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8\r";

    [TestCase("IN1|1|AMO||||||||||20240101|20241231", "IN1|1|AMO||||||||||20240101|20241231", Description = "valued")]
    [TestCase("IN1|1|AMO||||||||||20240101|\"\"", "IN1|1|AMO||||||||||20240101|\"\"", Description = "cleared")]
    [TestCase("IN1|1|AMO||||||||||20240101", "IN1|1|AMO||||||||||20240101", Description = "absent")]
    public void Should_keep_the_three_states_of_a_copied_field(string before, string after)
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Pam, "make:\n  - copy: MSH\n  - copy: IN1\n");

        var result = PamBench.Run(mapping, PamBench.Message(Header + before + "\r"));

        Assert.That(PamBench.Segments(result.Output)[^1], Is.EqualTo(after));
    }

    [Test]
    public void Should_write_a_clearing_where_the_rule_says_so()
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Pam, "make:\n  - copy: MSH\n  - copy: IN1\n    set:\n      - clear: IN1-13\n");

        var result = PamBench.Run(mapping, PamBench.Message(Header + "IN1|1|AMO||||||||||20240101|20241231\r"));

        Assert.That(PamBench.Segments(result.Output)[^1], Is.EqualTo("IN1|1|AMO||||||||||20240101|\"\""));
    }

    [Test]
    public void Should_not_take_a_cleared_field_for_a_value()
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Pam, "make:\n  - copy: MSH\n  - if: IN1-13.exists()\n    set:\n      - ZBE-4: \"'UPDATE'\"\n");

        var result = PamBench.Run(mapping, PamBench.Message(Header + "IN1|1|AMO||||||||||20240101|\"\"\r"));

        Assert.That(PamBench.Segments(result.Output), Has.Length.EqualTo(1));
    }

    [Test]
    public void Should_leave_out_a_cleared_field_where_the_format_cannot_say_it()
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Bundle, "make:\n  - Bundle:\n      - type: \"'collection'\"\n  - Patient:\n      - gender: PID-8\n      - birthDate: PID-7.fhirDate()\n");

        var result = PamBench.Run(mapping, PamBench.Message(Header + "PID|1||1||||19790328|\"\"\r"));

        Assert.That(PamBench.Text(result.Output), Does.Contain("\"birthDate\":\"1979-03-28\"").And.Not.Contain("gender"));
    }

    [Test]
    public void Should_put_a_value_in_the_place_of_the_first_repetition_and_add_further_ones()
    {
        var mapping = PamBench.Compile(
            PamBench.Pam,
            PamBench.Pam,
            "make:\n  - copy: MSH\n  - copy: PID\n    set:\n      - PID-3.1: \"'A'\"\n      - add: PID-3\n        set:\n          - CX-1: \"'B'\"\n          - CX-5: \"'PI'\"\n");

        var result = PamBench.Run(mapping, PamBench.Message(Header + "PID|1||1^^^X^PI\r"));

        Assert.That(PamBench.Segments(result.Output)[^1], Is.EqualTo("PID|1||A^^^X^PI~B^^^^PI"));
    }

    [Test]
    public void Should_write_times_as_hl7_does_and_escape_delimiters()
    {
        var mapping = PamBench.Compile(PamBench.Pam, PamBench.Pam, "make:\n  - copy: MSH\n    set:\n      - MSH-7: \"%now\"\n      - MSH-3: \"'a|b^c'\"\n");

        var result = PamBench.Run(mapping, PamBench.Message(Header));

        Assert.That(PamBench.Segments(result.Output)[0], Does.StartWith("MSH|^~\\&|a\\F\\b\\S\\c|CH|HUB|CH|20240306113000+0100|"));
    }
}
