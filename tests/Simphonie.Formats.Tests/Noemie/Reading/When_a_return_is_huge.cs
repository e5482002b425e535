using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Returns;

namespace Simphonie.Formats.Tests.Noemie.Reading;

public sealed class When_a_return_is_huge
{
    private const int Invoices = 300_000;

    [Test]
    public void Should_check_it_in_memory_that_does_not_grow()
    {
        Measure(1000);
        var small = Measure(1000);
        var large = Measure(Invoices);

        // The stream itself makes 64 kB for each thousand invoices.
        var made = (Invoices / 1000) * 64_000L;
        Assert.That(large - small, Is.LessThan(made + 2_000_000));
    }

    [Test]
    public void Should_give_all_its_items()
    {
        var parts = NoemieReturns.Items(() => new EndlessReturn(Invoices), Invoices * 64L, NoemieFiles.Ps, 0).OfType<ReturnItem.Part>();

        long count = 0;
        long paid = 0;
        var repeated = 0;
        foreach (var part in parts)
        {
            count++;
            paid += part.Paid;
            repeated = Math.Max(repeated, part.Repetition);
        }

        Assert.That((count, paid), Is.EqualTo((Invoices, 7000L * Invoices)));
        Assert.That(repeated, Is.EqualTo((Invoices / 1000) - 1), "each thousand repeats the lines of the one before");
    }

    private static long Measure(int invoices)
    {
        using var stream = new EndlessReturn(invoices);
        var findings = new DiagnosticBag();
        var before = GC.GetAllocatedBytesForCurrentThread();
        new NoemieFormat().Validate(stream, NoemieFiles.Ps, findings, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(findings, Is.Empty);
        return allocated;
    }
}
