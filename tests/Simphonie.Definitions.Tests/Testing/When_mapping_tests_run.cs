namespace Simphonie.Definitions.Tests.Testing;

public sealed class When_mapping_tests_run
{
    [TestCase("      - at: Patient.gender\n        is: female\n")]
    [TestCase("      - at: Patient.birthDate\n        matches: ^1979\n")]
    [TestCase("      - at: Patient.name\n        absent: true\n")]
    [TestCase("      - lineage: Patient.birthDate\n        from: PID[1]-7\n")]
    [TestCase("      - bytes: ['{\"resourceType\":\"Patient\",', '\"gender\":\"female\",\"birthDate\":\"1979-03-28\"}']\n")]
    public void Should_pass_what_holds(string expectation)
    {
        Assert.That(TestSet.Run(expectation).Failures, Is.Empty);
    }

    [TestCase("      - at: Patient.gender\n        is: male\n", "does not hold 'male'")]
    [TestCase("      - at: Patient.birthDate\n        matches: ^20\n", "does not match")]
    [TestCase("      - at: Patient.gender\n        absent: true\n", "holds 1 other value")]
    [TestCase("      - finding: SIM2310\n", "no finding SIM2310")]
    [TestCase("      - output: nothing\n", "made a document")]
    [TestCase("      - lineage: Patient.birthDate\n        from: PID[1]-8\n", "comes from PID[1]-7")]
    [TestCase("      - bytes: ['{\"resourceType\":\"Patient\"']\n", "they differ at 26")]
    public void Should_fail_what_does_not_and_name_the_line(string expectation, string text)
    {
        var failure = TestSet.Run(expectation).Failures.Single();

        Assert.That(failure.Text, Does.Contain(text));
        Assert.That(failure.Place.Line, Is.EqualTo(5));
        Assert.That(failure.Place.File, Does.EndWith("x.test.yaml"));
    }

    [Test]
    public void Should_never_print_a_value_of_the_message()
    {
        var failure = TestSet.Run("      - at: Patient.birthDate\n        is: 2001-01-01\n").Failures.Single();

        Assert.That(failure.ToString(), Does.Not.Contain("1979"));
    }
}
