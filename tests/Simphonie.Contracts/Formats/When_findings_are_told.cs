using NUnit.Framework;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Contracts.Formats;

/// <summary>A finding says its code and its place and never quotes the message; all of them come at once.</summary>
public abstract class When_findings_are_told : FormatContract
{
    [Test]
    public void Should_find_nothing_wrong_with_the_good_sample() =>
        Assert.That(Read(Samples.Good).Findings.Concat(Validate(Samples.Good)).Where(finding => finding.Severity == Severity.Error), Is.Empty);

    [Test]
    public void Should_tell_all_of_them_at_once_with_their_places()
    {
        var errors = Validate(Samples.Invalid).Where(finding => finding.Severity == Severity.Error).ToList();

        Assert.That(errors.Select(finding => finding.Place.Path).Distinct().Count(), Is.GreaterThanOrEqualTo(2), string.Join('\n', errors));
        Assert.That(errors, Has.All.Matches<Diagnostic>(finding => finding.Place.Path is { Length: > 0 }));
    }

    [Test]
    public void Should_carry_a_code_and_never_a_value()
    {
        foreach (var bytes in Truncated().Append(Samples.Invalid))
        {
            foreach (var finding in Read(bytes).Findings.Concat(Validate(bytes)))
            {
                Assert.That(finding.Code.Id, Does.Match("^SIM2[0-9]{3}$"));
                Assert.That(finding.Text, Is.Not.Empty);
                Assert.That(finding.ToString(), Does.Not.Contain(IFormatSamples.Mark));
            }
        }
    }
}
