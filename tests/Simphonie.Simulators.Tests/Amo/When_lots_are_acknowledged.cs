using System.Text;
using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Answering;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Receiving;

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
        Assert.That(_stand.Desk.Counts, Is.EqualTo(new AmoCounts(1, 0, 0, 0, LotsRefused: 1)));
    }

    [TestCase("5001")]
    [TestCase("5002")]
    [TestCase("9X42")]
    public void Should_refuse_a_lot_on_demand(string code)
    {
        using var stand = new AmoStand(new AmoSettings { RefuseLots = [new(8, "5001"), new(7, code)] });
        stand.Take(SampleFile.Bytes());
        var (_, items) = stand.ReadAcknowledgement(stand.AnswersAfter(TimeSpan.FromDays(1)).Single().Bytes);

        Assert.That((((ReturnItem.LotAnswer)items.Single()).Accepted, ((ReturnItem.LotAnswer)items.Single()).Code), Is.EqualTo((false, code)));
        Assert.That(stand.Desk.Counts.LotsRefused, Is.EqualTo(1));
    }

    [Test]
    public void Should_refuse_the_declared_share_and_the_same_lots_again()
    {
        string?[] Codes() => [.. Enumerable.Range(1, 2000).Select(number => LotRefusal.Of(Lot(number), "F00001", new(2026, 1, 6), new AmoSettings { LotsRefusedPerTenThousand = 1000 })?.Code)];
        var codes = Codes();

        // Five standard deviations of so many draws are under 70.
        Assert.That(codes.Count(code => code is not null), Is.EqualTo(200).Within(70));
        Assert.That(codes, Does.Contain("5001").And.Contain("5002"));
        var again = Codes();
        Assert.That(again, Is.EqualTo(codes));
    }

    private static SentLot Lot(int number) => new(number, new(2026, 1, 5), [new()
    {
        Key = new("750000010", "000000101", ""), Amo = 1, Amc = 0, AmcNumber = "", InvoicedOn = null, Insured = "", InsuredKey = "", Birth = "", BirthRank = "",
    }]);

    private byte[] Acknowledgement(byte[] file)
    {
        Assert.That(_stand.Take(file), Is.Empty);
        return _stand.AnswersAfter(_stand.Settings.AcknowledgeAfter).Single().Bytes;
    }
}
