using FsCheck;
using FsCheck.Fluent;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Tests.Policies;

public sealed class When_a_lane_is_chosen
{
    [Test]
    public void Should_be_the_same_lane_for_the_same_key_and_one_that_exists() => Prop.ForAll(ArbMap.Default.ArbFor<(NonNull<string>, NonNull<string>, NonNull<string>)>(), Gen.Choose(1, 64).ToArbitrary(), (names, lanes) =>
    {
        var (establishment, route, key) = (names.Item1.Get, names.Item2.Get, names.Item3.Get);
        var lane = LanePolicy.LaneOf(establishment, route, key, lanes);
        return lane >= 0 && lane < lanes && lane == LanePolicy.LaneOf(new string(establishment), new string(route), new string(key), lanes);
    }).QuickCheckThrowOnFailure();

    // Fixed for ever: work that waits in the journal carries its lane. Computed with the FNV-1a of another program over the UTF-16 units, U+001F after each name.
    [TestCase("750000010", "cdri-at-admission", "A1", 8, 3)]
    [TestCase("750000010", "cdri-at-admission", "A2", 8, 4)]
    [TestCase("", "", "", 16, 12)]
    public void Should_stay_what_it_was(string establishment, string route, string key, int lanes, int expected) =>
        Assert.That(LanePolicy.LaneOf(establishment, route, key, lanes), Is.EqualTo(expected));

    [Test]
    public void Should_spread_keys_over_all_lanes()
    {
        var counts = new int[8];
        for (var i = 0; i < 8000; i++)
        {
            counts[LanePolicy.LaneOf("750000010", "route", $"key-{i}", counts.Length)]++;
        }

        Assert.That(counts, Is.All.InRange(800, 1200));
    }
}
