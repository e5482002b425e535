using Simphonie.Core.Diagnostics;
using Simphonie.Simulators.Cdri;

namespace Simphonie.Simulators.Tests.Cdri;

public sealed class When_the_sample_people_are_read
{
    private static readonly IReadOnlyList<InsuredPerson> People = InsuredFile.Read(Path.Combine(CdriStand.Root(), "samples", "demo", "insured.yaml"), new DiagnosticBag())!;

    [Test]
    public void Should_have_the_right_key_in_every_number()
    {
        foreach (var nir in People.SelectMany(person => new[] { person.Insured, person.Certified, person.AnswersAs?.Insured }).OfType<Nir>())
        {
            // 97 - (number mod 97), 2A as 19 and 2B as 18: the published rule, on decimal digits by hand
            var digits = nir.Number.Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
            var rest = digits.Aggregate(0, (sum, digit) => ((sum * 10) + digit - '0') % 97);
            Assert.That(nir.Key, Is.EqualTo((97 - rest).ToString("00", System.Globalization.CultureInfo.InvariantCulture)), nir.Number);
        }
    }

    [Test]
    public void Should_know_at_least_fifteen_insured() => Assert.That(People.Select(person => person.Insured.Number).Distinct().Count(), Is.GreaterThanOrEqualTo(15));

    [Test]
    public void Should_invent_nobody_beside_the_published_test_identities()
    {
        var published = new[] { "297022A020778", "2360663220836", "1090763220834", "2790351215189" };

        Assert.That(People.Select(person => person.Insured.Number).Except(published), Is.All.Matches<string>(nir => nir.Substring(5, 5) is "99999" or "2B999"));
    }

    [Test]
    public void Should_find_a_field_that_is_not_known()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "people.yaml");
        File.WriteAllText(path, "insured:\n  - nir: \"1\"\n    key: \"2\"\n    nom: X\n");
        var findings = new DiagnosticBag();

        Assert.That(InsuredFile.Read(path, findings), Is.Null);
        Assert.That(findings.Single().Place, Is.EqualTo(Place.InFile(path, 4, 5)));
    }
}
