using Simphonie.Core.Returns;
using Simphonie.Formats.Tests.B2;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Tests.Amo;

/// <summary>The sample asks 37.95 + 12.61 and 8.00 + 2.00 euros; 60 % of them, rounded down, are 22.77 + 7.56 and 4.80 + 1.20.</summary>
public sealed class When_invoices_are_not_paid_at_once
{
    [Test]
    public void Should_pay_a_part_at_first_and_what_is_left_later()
    {
        using var stand = new AmoStand(new AmoSettings { RejectionsPerTenThousand = 0, PartlyPaidPerTenThousand = 10_000 });
        var first = stand.Read(stand.Return(SampleFile.Bytes()));
        var rest = stand.Read(Rest(stand));

        Assert.That(Parts(first.Items), Is.EqualTo(new[] { (3795L, PartState.Paid, 2277L), (1261, PartState.Paid, 756), (800, PartState.Paid, 480), (200, PartState.Paid, 120) }));
        Assert.That(Parts(rest.Items), Is.EqualTo(new[] { (3795L, PartState.Paid, 1518L), (1261, PartState.Paid, 505), (800, PartState.Paid, 320), (200, PartState.Paid, 80) }));
        Assert.That((first.Head!.Total, rest.Head!.Total), Is.EqualTo(((long?)3633, (long?)2423)));
        Assert.That(rest.Head.Identity, Is.Not.EqualTo(first.Head.Identity), "it is another return");
        Assert.That(stand.Desk.Counts, Is.EqualTo(new AmoCounts(1, 0, 0, 0, PartlyPaid: 2)));
    }

    [Test]
    public void Should_say_that_it_has_not_decided_and_pay_later()
    {
        using var stand = new AmoStand(new AmoSettings { RejectionsPerTenThousand = 0, DeferredPerTenThousand = 10_000 });
        var first = stand.Read(stand.Return(SampleFile.Bytes()));
        var rest = stand.Read(Rest(stand));

        Assert.That(Parts(first.Items), Has.Exactly(4).Matches<(long, PartState State, long Paid)>(part => part is { State: PartState.Deferred, Paid: 0 }));
        Assert.That((first.Head!.Total, rest.Head!.Total), Is.EqualTo(((long?)0, (long?)6056)));
        Assert.That(stand.Desk.Counts, Is.EqualTo(new AmoCounts(1, 0, 0, 0, Deferred: 2)));
    }

    [Test]
    public void Should_never_pay_what_is_left_where_it_is_told_so()
    {
        using var stand = new AmoStand(new AmoSettings { RejectionsPerTenThousand = 0, DeferredPerTenThousand = 10_000, RestAfter = TimeSpan.Zero });
        stand.Take(SampleFile.Bytes());

        Assert.That(stand.AnswersAfter(TimeSpan.FromDays(400)), Has.Count.EqualTo(2), "an acknowledgement and a return");
    }

    [Test]
    public void Should_reject_the_complementary_part_alone()
    {
        using var stand = new AmoStand(new AmoSettings { RejectionsPerTenThousand = 0, AmcRejectionsPerTenThousand = 10_000 });
        var (head, items) = stand.Read(stand.Return(SampleFile.Bytes()));

        Assert.That(Parts(items), Is.EqualTo(new[] { (3795L, PartState.Paid, 3795L), (1261, PartState.Rejected, 0), (800, PartState.Paid, 800), (200, PartState.Rejected, 0) }));
        Assert.That(items.OfType<ReturnItem.Part>().Select(part => part.Rejections.Select(reason => reason.Code)), Is.EqualTo(new string[][] { [], ["0203"], [], ["0203"] }));
        Assert.That(head!.Total, Is.EqualTo(4595));
    }

    private static byte[] Rest(AmoStand stand) => stand.AnswersAfter(stand.Settings.RestAfter).Single(answer => answer.Name.EndsWith("-rest-noemie.dat", StringComparison.Ordinal)).Bytes;

    private static IEnumerable<(long Asked, PartState State, long Paid)> Parts(IEnumerable<ReturnItem> items) => items.OfType<ReturnItem.Part>().Select(part => (part.Asked, part.State, part.Paid));
}
