using FsCheck;
using FsCheck.Fluent;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Tests.Policies;

/// <summary>The wait before the next attempt, for every policy that a route can state.</summary>
public sealed class When_a_wait_is_drawn
{
    // A tick is lost to rounding on the way through seconds.
    private static readonly TimeSpan s_rounding = TimeSpan.FromMilliseconds(1);

    [Test]
    public void Should_stay_within_a_fifth_of_the_wait_that_is_multiplied_out() => Prop.ForAll(Drawn, drawn =>
    {
        var middle = Multiplied(drawn.Policy, drawn.Attempts);
        var wait = RetryWait.After(drawn.Policy, drawn.Attempts, drawn.Random);
        return wait > TimeSpan.Zero && wait >= (middle * 0.8) - s_rounding && wait <= (middle * 1.2) + s_rounding;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_never_shrink_from_one_attempt_to_the_next() => Prop.ForAll(Drawn, drawn =>
        RetryWait.After(drawn.Policy, drawn.Attempts + 1, drawn.Random) >= RetryWait.After(drawn.Policy, drawn.Attempts, drawn.Random)).QuickCheckThrowOnFailure();

    [Test]
    public void Should_grow_with_the_random_part() => Prop.ForAll(Drawn, drawn =>
    {
        var least = RetryWait.After(drawn.Policy, drawn.Attempts, 0);
        var most = RetryWait.After(drawn.Policy, drawn.Attempts, Math.BitDecrement(1.0));
        var wait = RetryWait.After(drawn.Policy, drawn.Attempts, drawn.Random);
        return least <= wait && wait <= most && (most / least) is > 1.49 and <= 1.5001;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(RetryPolicy Policy, int Attempts, double Random)> Drawn { get; } = (
        from policy in PolicyGen.Retry
        from attempts in Gen.Choose(1, 1000)
        from random in PolicyGen.Random
        select (policy, attempts, random)).ToArbitrary();

    // Independent of the formula: multiplied step by step and cut at the longest wait.
    private static TimeSpan Multiplied(RetryPolicy policy, int attempts)
    {
        var seconds = (decimal)policy.FirstWait.TotalSeconds;
        var most = (decimal)policy.MaxWait.TotalSeconds;
        for (var i = 1; i < attempts && seconds < most; i++)
        {
            seconds *= (decimal)policy.Factor;
        }

        return TimeSpan.FromSeconds((double)Math.Min(seconds, most));
    }
}
