using FsCheck;
using FsCheck.Fluent;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Tests.Policies;

/// <summary>Deferrals and repeats of work that failed by an internal error.</summary>
public sealed class When_work_is_put_off
{
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(30);

    [Test]
    public void Should_wait_a_quarter_of_what_it_has_waited_between_the_least_and_the_most() => Prop.ForAll(PolicyGen.Span(TimeSpan.FromDays(1)).ToArbitrary(), waited =>
    {
        var wait = DeferralPolicy.Wait(waited);
        var quarter = waited.Ticks / 4;
        return wait >= s_least && wait <= s_most && (wait == s_least || wait == s_most || Math.Abs(wait.Ticks - quarter) <= 1);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_wait_no_less_the_longer_it_has_waited() => Prop.ForAll(PolicyGen.Span(TimeSpan.FromDays(1)).ToArbitrary(), PolicyGen.Span(TimeSpan.FromDays(1)).ToArbitrary(), (one, other) =>
        one <= other == (DeferralPolicy.Wait(one) <= DeferralPolicy.Wait(other)) || DeferralPolicy.Wait(one) == DeferralPolicy.Wait(other)).QuickCheckThrowOnFailure();

    // Doubling from one second: 1 + 2 + 4 + 8 + 16 is half a minute, then a human has to look.
    [Test]
    public void Should_give_work_that_breaks_half_a_minute_in_all()
    {
        var waits = Enumerable.Range(1, 5).Select(FaultPolicy.Wait).ToList();

        Assert.That(waits.Select(wait => wait!.Value.TotalSeconds), Is.EqualTo((double[])[1, 2, 4, 8, 16]));
    }

    [Test]
    public void Should_give_up_for_ever_after_that() => Prop.ForAll(Gen.Choose(6, int.MaxValue).ToArbitrary(), failures => FaultPolicy.Wait(failures) is null).QuickCheckThrowOnFailure();
}
