using System.Text;
using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo;

namespace Simphonie.Simulators.Tests.Amo;

/// <summary>The sample's lot is of 5 January 2026, the clock's day the 6th.</summary>
public sealed class When_lots_are_acknowledged
{
    private AmoStand _stand = null!;

    [SetUp]
    public void Open() => _stand = new AmoStand();

    [TearDown]
    public void CleanUp() => _stand.Dispose();

    [Test]
    public void Should_accept_a_lot_under_its_own_file_number_and_date()
    {
        var bytes = Acknowledgement(SampleFile.Bytes());
        var (head, items) = _stand.ReadAcknowledgement(bytes);

        var lot = (ReturnItem.LotAnswer)items.Single();
        Assert.That((lot.FileId, lot.Lot, lot.LotDate, lot.Accepted, lot.Code, lot.Payee), Is.EqualTo(("F00001", 7, (DateOnly?)new DateOnly(2026, 1, 5), true, (string?)null, "750000010")));
        Assert.That(head!.Reference, Is.EqualTo("ARL1"));
        Assert.That(Encoding.Latin1.GetString(bytes, 91, 37).TrimEnd(), Is.EqualTo("SIMULATEUR NON NORMATIF"));
    }

    // 8 October 2025 is 90 days before 6 January 2026, 8 January 2026 two days behind it.
    [TestCase("251008", null)]
    [TestCase("251007", "5001")]
    [TestCase("260108", null)]
    [TestCase("260109", "5002")]
    public void Should_refuse_a_lot_for_its_date(string date, string? code)
    {
        var (_, items) = _stand.ReadAcknowledgement(Acknowledgement(SampleFile.With(2, 72, date)));

        var lot = (ReturnItem.LotAnswer)items.Single();
        Assert.That((lot.Accepted, lot.Code), Is.EqualTo((code is null, code)));
    }

    [Test]
    public void Should_give_no_return_for_a_lot_that_it_refused()
    {
        _stand.Take(SampleFile.With(2, 72, "251007"));

        Assert.That(_stand.AnswersAfter(TimeSpan.FromDays(1)).Select(answer => answer.Name), Is.All.EndsWith("-arl.dat").And.Exactly(1).Items);
        Assert.That(_stand.Desk.Counts, Is.EqualTo(new AmoCounts(1, 0, 0, 0)));
    }

    private byte[] Acknowledgement(byte[] file)
    {
        Assert.That(_stand.Take(file), Is.Empty);
        return _stand.AnswersAfter(_stand.Settings.AcknowledgeAfter).Single().Bytes;
    }
}
