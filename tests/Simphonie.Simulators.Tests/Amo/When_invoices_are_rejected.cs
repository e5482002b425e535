using System.Globalization;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo.Answering;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Tests.Amo;

public sealed class When_invoices_are_rejected
{
    private const int Drawn = 100_000;

    [Test]
    public void Should_reject_both_parts_with_a_reason_each_and_pay_nothing()
    {
        using var stand = new AmoStand(new AmoSettings { RejectionsPerTenThousand = 10_000 });
        var answer = stand.Return(SampleFile.Bytes());
        var (head, items) = stand.Read(answer);

        var parts = items.OfType<ReturnItem.Part>().ToList();
        Assert.That(head!.Total, Is.Zero);
        Assert.That(parts.Select(part => (part.Asked, part.State, part.Paid)), Is.EqualTo(new[]
        {
            (3795L, PartState.Rejected, 0L), (1261, PartState.Rejected, 0), (800, PartState.Rejected, 0), (200, PartState.Rejected, 0),
        }));
        Assert.That(parts, Has.All.Matches<ReturnItem.Part>(part => part.Rejections is [{ Level: "F" } reason] && reason.Debtor == part.Debtor && reason.Code.Length == 4));
        Assert.That(stand.Validate(answer), Is.Empty);
        Assert.That(stand.Desk.Counts.Rejected, Is.EqualTo(2));
    }

    [TestCase(173, 0.0173)]
    [TestCase(612, 0.0612)]
    public void Should_reject_the_declared_share(int perTenThousand, double share)
    {
        var decisions = new Decisions(new AmoSettings { RejectionsPerTenThousand = perTenThousand });

        // Five standard deviations of so many draws are under 0.004.
        Assert.That(Keys().Count(key => decisions.Of(key).Verdict == Verdict.Rejected) / (double)Drawn, Is.EqualTo(share).Within(0.004));
    }

    [Test]
    public void Should_decide_the_same_for_the_same_key_and_otherwise_with_another_seed()
    {
        var settings = new AmoSettings { RejectionsPerTenThousand = 5000 };
        var first = Keys().Take(1000).Select(new Decisions(settings).Of).ToList();

        Assert.That(Keys().Take(1000).Select(new Decisions(settings).Of), Is.EqualTo(first));
        Assert.That(Keys().Take(1000).Select(new Decisions(settings with { Seed = 1 }).Of), Is.Not.EqualTo(first));
    }

    [Test]
    public void Should_reject_1_73_percent_unless_told_otherwise() => Assert.That(new AmoSettings().RejectionsPerTenThousand, Is.EqualTo(173));

    private static IEnumerable<InvoiceKey> Keys() =>
        Enumerable.Range(1, Drawn).Select(number => new InvoiceKey("750000010", number.ToString("000000000", CultureInfo.InvariantCulture), ""));
}
