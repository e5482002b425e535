using Simphonie.Definitions.Lots;

namespace Simphonie.Definitions.Tests.Lots;

public sealed class When_a_lot_is_full_of_time
{
    private static readonly TimeOnly[] s_noonAndSix = [new(12, 0), new(18, 0)];

    [TestCase("2026-03-02T08:00:00Z", "2026-03-02T11:00:00Z", TestName = "at noon in winter")]
    [TestCase("2026-07-02T08:00:00Z", "2026-07-02T10:00:00Z", TestName = "at noon in summer")]
    [TestCase("2026-03-02T11:00:00Z", "2026-03-02T17:00:00Z", TestName = "at six when it is noon")]
    [TestCase("2026-03-02T18:30:00Z", "2026-03-03T11:00:00Z", TestName = "at noon of the next day in the evening")]
    public void Should_close_at_the_next_time_of_the_day_in_France(string opened, string closes) =>
        Assert.That(new LotTimes(null, s_noonAndSix).ClosesAt(Time(opened)), Is.EqualTo(Time(closes)));

    [Test]
    public void Should_close_at_whatever_comes_first() => Assert.That(
        new LotTimes(TimeSpan.FromMinutes(30), s_noonAndSix).ClosesAt(Time("2026-03-02T08:00:00Z")), Is.EqualTo(Time("2026-03-02T08:30:00Z")));

    [Test]
    public void Should_close_after_the_hour_that_is_left_out_in_spring() => Assert.That(
        new LotTimes(null, [new(2, 30)]).ClosesAt(Time("2026-03-28T22:00:00Z")), Is.EqualTo(Time("2026-03-29T01:30:00Z")));

    [Test]
    public void Should_not_close_by_time_where_none_is_given() => Assert.That(new LotTimes(null, []).ClosesAt(Time("2026-03-02T08:00:00Z")), Is.Null);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
