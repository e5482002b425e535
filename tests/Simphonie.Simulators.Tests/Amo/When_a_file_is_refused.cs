using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo;

namespace Simphonie.Simulators.Tests.Amo;

public sealed class When_a_file_is_refused
{
    private AmoStand _stand = null!;

    [SetUp]
    public void Open() => _stand = new AmoStand();

    [TearDown]
    public void CleanUp() => _stand.Dispose();

    [TestCase(13, 25, "000006557", TestName = "A total of the lot that does not add up")]
    [TestCase(14, 56, "00000015", TestName = "A number of records that is wrong")]
    [TestCase(3, 30, "00000010A", TestName = "A letter in a number")]
    [TestCase(8, 2, "750000011", TestName = "A FINESS whose key is wrong")]
    public void Should_get_no_answer(int record, int position, string text)
    {
        var findings = _stand.Take(SampleFile.With(record, position, text));

        Assert.That(findings.HasErrors);
        Assert.That(_stand.AnswersAfter(TimeSpan.FromDays(1)), Is.Empty);
        Assert.That(_stand.Desk.Counts, Is.EqualTo(new AmoCounts(0, 1, 0, 0)));
    }

    [TestCase("R")]
    [TestCase(" ")]
    public void Should_never_take_real_invoices(string mark)
    {
        var findings = _stand.Take(SampleFile.With(13, 55, mark));

        Assert.That(findings.Select(finding => finding.Code), Does.Contain(AmoCodes.NotTest));
        Assert.That(_stand.AnswersAfter(TimeSpan.FromDays(1)), Is.Empty);
    }

    [Test]
    public void Should_take_the_corrected_file_afterwards()
    {
        _stand.Take(SampleFile.With(13, 25, "000006557"));
        _stand.Take(SampleFile.Bytes());

        Assert.That(_stand.Desk.Counts, Is.EqualTo(new AmoCounts(1, 1, 2, 0)));
    }
}
