using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Tests.Amo;

public sealed class When_faults_are_asked_for
{
    [Test]
    public void Should_give_the_same_return_twice()
    {
        using var stand = Stand(new() { SameReturnTwice = true });
        stand.Take(SampleFile.Bytes());
        var answers = stand.AnswersAfter(stand.Settings.ReturnAfter).Where(answer => answer.Name.Contains("-noemie", StringComparison.Ordinal)).ToList();

        Assert.That(answers, Has.Count.EqualTo(2));
        Assert.That(answers[1].Bytes, Is.EqualTo(answers[0].Bytes));
        Assert.That(stand.Read(answers[0].Bytes).Head!.Total, Is.EqualTo(6056));
    }

    [Test]
    public void Should_give_a_total_that_the_reader_refuses()
    {
        using var stand = Stand(new() { WrongTotal = true });
        var answer = stand.Return(SampleFile.Bytes());

        Assert.That(System.Text.Encoding.ASCII.GetString(answer, answer.Length - 128 + 85, 11), Is.EqualTo("00000006057"));
        Assert.That(stand.Read(answer).Head, Is.Null);
    }

    [Test]
    public void Should_pay_an_invoice_that_nobody_sent()
    {
        using var stand = Stand(new() { UnknownInvoice = true });
        var (head, items) = stand.Read(stand.Return(SampleFile.Bytes()));

        var unknown = items.OfType<ReturnItem.Part>().Last();
        Assert.That((unknown.Invoice, unknown.State, unknown.Paid), Is.EqualTo(("999999999", PartState.Paid, 1234L)));
        Assert.That(head!.Total, Is.EqualTo(6056 + 1234));
    }

    [Test]
    public void Should_pay_the_number_of_a_year_before_once_more()
    {
        using var stand = Stand(new() { YearOldInvoice = true });
        var (head, items) = stand.Read(stand.Return(SampleFile.Bytes()));

        Assert.That(items.OfType<ReturnItem.Part>().Skip(4).Select(part => (part.Invoice, part.Lot, part.LotDate, part.Debtor, part.Repetition, part.Paid)), Is.EqualTo(new[]
        {
            ("000000101", 7, (DateOnly?)new DateOnly(2025, 1, 5), DebtorPart.Amo, 0, 3795L),
            ("000000101", 7, new DateOnly(2025, 1, 5), DebtorPart.Amc, 0, 1261),
        }));
        Assert.That(head!.Total, Is.EqualTo(6056 + 3795 + 1261));
    }

    [Test]
    public void Should_take_the_first_payment_back_with_sign_N()
    {
        using var stand = Stand(new() { NegativeSign = true });
        var (head, items) = stand.Read(stand.Return(SampleFile.Bytes()));

        Assert.That(items.OfType<ReturnItem.Part>().Select(part => (part.Invoice, part.Debtor, part.Repetition, part.Paid)), Is.EqualTo(new[]
        {
            ("000000101", DebtorPart.Amo, 0, 3795L),
            ("000000101", DebtorPart.Amc, 0, 1261),
            ("000000101", DebtorPart.Amo, 1, -3795),
            ("000000101", DebtorPart.Amc, 1, -1261),
            ("000000102", DebtorPart.Amo, 0, 800),
            ("000000102", DebtorPart.Amc, 0, 200),
        }));
        Assert.That(head!.Total, Is.EqualTo(1000));
    }

    [Test]
    public void Should_give_the_return_when_the_acknowledgement_would_come()
    {
        using var stand = Stand(new() { ReturnBeforeAcknowledgement = true });
        stand.Take(SampleFile.Bytes());

        Assert.That(stand.AnswersAfter(stand.Settings.AcknowledgeAfter).Select(answer => answer.Name), Is.All.EndsWith("-noemie.dat").And.Exactly(1).Items);
        Assert.That(stand.AnswersAfter(stand.Settings.ReturnAfter).Select(answer => answer.Name), Has.One.EndsWith("-arl.dat"));
    }

    private static AmoStand Stand(AmoFaults faults) => new(new AmoSettings { RejectionsPerTenThousand = 0, Faults = faults });
}
