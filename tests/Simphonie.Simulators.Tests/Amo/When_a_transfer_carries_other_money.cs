using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Tests.Amo;

public sealed class When_a_transfer_carries_other_money
{
    [Test]
    public void Should_take_a_deduction_off_the_transfer_and_no_lot()
    {
        using var stand = new AmoStand(new AmoSettings { RejectionsPerTenThousand = 0, DeductionsPerTenThousand = 10_000 });
        var answer = stand.Return(SampleFile.Bytes());
        var (head, items) = stand.Read(answer);

        var deduction = items.OfType<ReturnItem.Money>().Single();
        var transfer = items.OfType<ReturnItem.Transfer>().Single();
        Assert.That((deduction.Kind, deduction.TransferReference), Is.EqualTo(("250", transfer.Reference)));
        Assert.That(deduction.Amount, Is.InRange(-5099, -100));
        Assert.That((head!.Total, transfer.Amount), Is.EqualTo(((long?)6056 + deduction.Amount, (long?)6056 + deduction.Amount)));
        Assert.That(stand.Validate(answer), Is.Empty);
    }

    [Test]
    public void Should_add_a_one_off_payment_with_its_label()
    {
        using var stand = new AmoStand(new AmoSettings { RejectionsPerTenThousand = 0, OneOffPaymentsPerTenThousand = 10_000 });
        var answer = stand.Return(SampleFile.Bytes());
        var (head, items) = stand.Read(answer);

        var payment = items.OfType<ReturnItem.Money>().Single();
        Assert.That((payment.Kind, payment.Reference), Is.EqualTo(("261", "00001 FORFAIT ANNUEL (SIMULATION)")));
        Assert.That(payment.Amount, Is.InRange(100, 5099));
        Assert.That(head!.Total, Is.EqualTo(6056 + payment.Amount));
        Assert.That(stand.Validate(answer), Is.Empty);
    }

    [Test]
    public void Should_carry_the_same_amounts_for_the_same_seed()
    {
        long[] Amounts(int seed)
        {
            using var stand = new AmoStand(new AmoSettings { Seed = seed, DeductionsPerTenThousand = 10_000, OneOffPaymentsPerTenThousand = 10_000 });
            return [.. stand.Read(stand.Return(SampleFile.Bytes())).Items.OfType<ReturnItem.Money>().Select(money => money.Amount)];
        }

        var first = Amounts(3);
        Assert.That(Amounts(3), Is.EqualTo(first));
        Assert.That(Amounts(4), Is.Not.EqualTo(first));
    }
}
