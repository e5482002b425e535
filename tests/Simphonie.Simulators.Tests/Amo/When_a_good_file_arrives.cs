using System.Text;
using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo;

namespace Simphonie.Simulators.Tests.Amo;

/// <summary>The sample's two invoices ask 37.95 + 12.61 and 8.00 + 2.00 euros, added up by hand from its lines: 60.56 in all.</summary>
public sealed class When_a_good_file_arrives
{
    private const string Finess = "750000010";

    private AmoStand _stand = null!;

    [SetUp]
    public void Open() => _stand = new AmoStand();

    [TearDown]
    public void CleanUp() => _stand.Dispose();

    [Test]
    public void Should_pay_every_part_that_was_asked_for()
    {
        var (head, items) = _stand.Read(_stand.Return(SampleFile.Bytes()));

        Assert.That(head!.Total, Is.EqualTo(6056));
        Assert.That(items.OfType<ReturnItem.Part>().Select(part => (part.Invoice, part.Complement, part.Lot, part.LotDate, part.Debtor, part.State, part.Asked, part.Paid)), Is.EqualTo(new[]
        {
            ("000000101", "000100", 7, (DateOnly?)new DateOnly(2026, 1, 5), DebtorPart.Amo, PartState.Paid, 3795L, 3795L),
            ("000000101", "000100", 7, new DateOnly(2026, 1, 5), DebtorPart.Amc, PartState.Paid, 1261, 1261),
            ("000000102", "", 7, new DateOnly(2026, 1, 5), DebtorPart.Amo, PartState.Paid, 800, 800),
            ("000000102", "", 7, new DateOnly(2026, 1, 5), DebtorPart.Amc, PartState.Paid, 200, 200),
        }));
        Assert.That(_stand.Desk.Counts, Is.EqualTo(new AmoCounts(1, 0, 2, 0)));
    }

    [Test]
    public void Should_pay_by_one_transfer_to_the_sender_with_the_sum_of_all_parts()
    {
        var (head, items) = _stand.Read(_stand.Return(SampleFile.Bytes()));

        var transfer = items.OfType<ReturnItem.Transfer>().Single();
        Assert.That((transfer.Amount, transfer.AccountedOn, transfer.Payee, transfer.Payer), Is.EqualTo(((long?)6056, (DateOnly?)new DateOnly(2026, 1, 6), Finess, "00000001750011")));
        Assert.That(items.OfType<ReturnItem.Part>(), Has.All.Matches<ReturnItem.Part>(part => part.TransferReference == transfer.Reference && part.Payee == Finess && part.Insured == "297022A020778"));
        Assert.That((head!.Reference, head.World), Is.EqualTo(("0908", Core.Messages.World.Test)));
    }

    [Test]
    public void Should_write_a_return_that_validation_finds_nothing_in_and_that_says_it_is_not_normative()
    {
        var answer = _stand.Return(SampleFile.Bytes());

        Assert.That(_stand.Validate(answer), Is.Empty);
        Assert.That(Encoding.Latin1.GetString(answer, 91, 37).TrimEnd(), Is.EqualTo("SIMULATEUR NON NORMATIF"));
        Assert.That(answer.Length % 128, Is.Zero);
    }

    [TestCase("\r\n")]
    [TestCase("\n")]
    public void Should_take_any_separator(string separator) =>
        Assert.That(_stand.Read(_stand.Return(SampleFile.Bytes(separator))).Head!.Total, Is.EqualTo(6056));

    [Test]
    public void Should_answer_only_when_the_declared_delay_has_passed()
    {
        _stand.Take(SampleFile.Bytes());

        Assert.That(_stand.AnswersAfter(_stand.Settings.AcknowledgeAfter - TimeSpan.FromTicks(1)), Is.Empty);
        Assert.That(_stand.AnswersAfter(TimeSpan.FromTicks(1)).Select(answer => answer.Name), Is.All.EndsWith("-arl.dat").And.Exactly(1).Items);
        Assert.That(_stand.AnswersAfter(_stand.Settings.ReturnAfter - _stand.Settings.AcknowledgeAfter - TimeSpan.FromTicks(1)), Has.Count.EqualTo(1));
        Assert.That(_stand.AnswersAfter(TimeSpan.FromTicks(1)), Has.Count.EqualTo(2));
    }

    [Test]
    public void Should_answer_the_same_bytes_once()
    {
        _stand.Take(SampleFile.Bytes());
        _stand.Time.Now += TimeSpan.FromSeconds(1);
        _stand.Take(SampleFile.Bytes());

        Assert.That(_stand.AnswersAfter(TimeSpan.FromDays(1)), Has.Count.EqualTo(2), "an acknowledgement and a return");
        Assert.That(_stand.Desk.Counts.Files, Is.EqualTo(1));
    }
}
