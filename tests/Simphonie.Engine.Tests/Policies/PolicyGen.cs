using FsCheck;
using FsCheck.Fluent;
using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Tests.Policies;

/// <summary>What policies are asked about, over the whole range that definitions allow.</summary>
internal static class PolicyGen
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Uniform in [0, 1), both ends included where they can be.</summary>
    public static Gen<double> Random { get; } = Gen.OneOf(Gen.Elements(0.0, 0.5, Math.BitDecrement(1.0)), Gen.Choose(0, int.MaxValue - 1).Select(number => number / (double)int.MaxValue));

    public static Gen<RetryPolicy> Retry { get; } =
        from attempts in Gen.Choose(1, 1000)
        from first in Gen.Choose(1, 86_400)
        from factor in Gen.Elements(1.0, 1.1, 1.5, 2, 3, 10, 1000)
        from most in Gen.Choose(1, 604_800)
        select new RetryPolicy(attempts, TimeSpan.FromSeconds(first), factor, TimeSpan.FromSeconds(most));

    public static Gen<TimeSpan> Span(TimeSpan most) => Gen.Choose(0, int.MaxValue).Select(part => most * (part / (double)int.MaxValue));
}
