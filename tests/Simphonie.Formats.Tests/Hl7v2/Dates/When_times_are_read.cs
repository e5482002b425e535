using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Tests.Hl7v2.Dates;

/// <summary>The form of HL7 times and the calendar, beside what .NET says of the same digits.</summary>
public sealed class When_times_are_read
{
    [Test]
    public void Accepts_every_moment_to_every_precision() => Prop.ForAll(TimeGen.Written.ToArbitrary(), written =>
        IsWellFormed(written.Text) && IsInCalendar(written.Text) && IsWellFormed(written.Text, dateOnly: true) == written.Text.Length <= 8).QuickCheckThrowOnFailure();

    [Test]
    public void Rejects_what_no_calendar_and_no_clock_has() => Prop.ForAll(Gen.OneOf(TimeGen.Impossible, TimeGen.DayTooMany).ToArbitrary(), text =>
        IsWellFormed(text) && !IsInCalendar(text) && !Hl7Time.TryInstant(Encoding.ASCII.GetBytes(text), out _)).QuickCheckThrowOnFailure();

    [Test]
    public void Should_agree_with_dotnet_on_any_eight_digits() => Prop.ForAll(Gen.Choose(0, 99_999_999).ToArbitrary(), number =>
    {
        var text = number.ToString("00000000", CultureInfo.InvariantCulture);
        return IsInCalendar(text) == DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_give_the_instant_of_a_time_with_its_offset() => Prop.ForAll(Offsets, timed =>
    {
        var text = timed.Moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + timed.Fraction + Sign(timed.Minutes);
        return IsWellFormed(text) && Hl7Time.TryInstant(Encoding.ASCII.GetBytes(text), out var instant)
            && instant == new DateTimeOffset(timed.Moment, TimeSpan.FromMinutes(timed.Minutes));
    }).QuickCheckThrowOnFailure();

    // Without an offset it is the time of a clock in Paris: an hour after Greenwich in winter, two in summer, as the law has had it since 1996.
    [TestCase("20260115120000", "2026-01-15T11:00:00Z")]
    [TestCase("20260715120000", "2026-07-15T10:00:00Z")]
    [TestCase("20260329030000", "2026-03-29T01:00:00Z")]
    [TestCase("20261025030000", "2026-10-25T02:00:00Z")]
    [TestCase("20260115", "2026-01-14T23:00:00Z")]
    public void Should_take_a_time_without_offset_as_that_of_Paris(string text, string expected)
    {
        Assert.That(Hl7Time.TryInstant(Encoding.ASCII.GetBytes(text), out var instant), Is.True);
        Assert.That(instant.ToUniversalTime(), Is.EqualTo(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture)));
    }

    [Test]
    public void Should_break_on_no_bytes_at_all() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var text = bytes ?? [];
        var formed = Hl7Time.IsWellFormed(text, dateOnly: false);
        return (!Hl7Time.TryInstant(text, out _) || formed) && (!Hl7Time.IsWellFormed(text, dateOnly: true) || formed);
    }).QuickCheckThrowOnFailure();

    [TestCase("202")]
    [TestCase("20260")]
    [TestCase("2026011")]
    [TestCase("20260115 12")]
    [TestCase("2026-01-15")]
    [TestCase("20260115120000.")]
    [TestCase("20260115120000.12345")]
    [TestCase("202601151200.5")]
    [TestCase("20260115+1")]
    [TestCase("20260115120000+01:00")]
    [TestCase("")]
    public void Rejects_form(string text) => Assert.That(IsWellFormed(text), Is.False);

    // The year 1 and the year 9999 have no instant at every offset; no sender means them.
    private static Arbitrary<(DateTime Moment, string Fraction, int Minutes)> Offsets { get; } = (
        from moment in TimeGen.Moments.Where(moment => moment.Year is > 1 and < 9999)
        from fraction in Gen.Elements("", ".1", ".12", ".123", ".1234")
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select (moment, fraction, minutes)).ToArbitrary();

    private static string Sign(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}{Math.Abs(minutes) % 60:00}");

    private static bool IsWellFormed(string text, bool dateOnly = false) => Hl7Time.IsWellFormed(Encoding.ASCII.GetBytes(text), dateOnly);

    private static bool IsInCalendar(string text) => Hl7Time.IsInCalendar(Encoding.ASCII.GetBytes(text));
}
