using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.Tests.Hl7v2.Dates;

namespace Simphonie.Formats.Tests.FhirPath.Functions;

/// <summary>Dates between HL7 v2, FHIR and the card: nothing is made more or less precise than it was, and nothing impossible gets through.</summary>
public sealed class When_any_date_is_translated
{
    private static readonly TimeZoneInfo s_paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Test]
    public void Should_come_back_as_it_was_from_a_date_of_FHIR() => Prop.ForAll(Written(8), written =>
        Value($"'{written.Text}'.fhirDate()") == Dashed(written.Text)
        && Value($"'{Dashed(written.Text)}'.hl7Date()") == written.Text
        && Value($"'{written.Text}'.fhirDate().hl7Date()") == written.Text).QuickCheckThrowOnFailure();

    [Test]
    public void Should_come_back_with_seconds_from_a_time_of_FHIR() => Prop.ForAll(Written(14, 10), written =>
        Value($"'{written.Text}'.fhirDateTime().hl7DateTime()") == written.Text.PadRight(14, '0')).QuickCheckThrowOnFailure();

    [Test]
    public void Should_keep_a_partial_date_partial_in_a_time_of_FHIR() => Prop.ForAll(Written(8), written =>
        Value($"'{written.Text}'.fhirDateTime()") == Dashed(written.Text)).QuickCheckThrowOnFailure();

    [Test]
    public void Should_give_a_time_of_FHIR_the_offset_that_Paris_has_then() => Prop.ForAll(Written(14, 14), written =>
    {
        // The hour that summer begins with does not exist in Paris; whatever offset it gets is as good.
        var text = Value($"'{written.Text}'.fhirDateTime()");
        return s_paris.IsInvalidTime(written.Moment)
            || DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture) == new DateTimeOffset(written.Moment, s_paris.GetUtcOffset(written.Moment));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_find_fault_with_an_impossible_date_and_give_nothing() => Prop.ForAll(
        Gen.OneOf(TimeGen.Impossible, TimeGen.DayTooMany).ToArbitrary(),
        Gen.Elements("fhirDate", "fhirDateTime", "date", "hl7Date", "hl7DateTime").ToArbitrary(),
        (text, function) => Findings($"'{text}'.{function}()") == "SIM2311").QuickCheckThrowOnFailure();

    [Test]
    public void Should_find_fault_with_a_lunar_date_only_where_a_calendar_is_asked_for() => Prop.ForAll(Lunar, lunar =>
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"{lunar.Year:0000}-{lunar.Month:00}-{lunar.Day:00}");
        return Value(string.Create(CultureInfo.InvariantCulture, $"'{lunar.Day:00}^{lunar.Month:00}^{lunar.Year:0000}'.lunarDate()")) == expected
            && Value($"'{expected}'.lunarDate()") == expected
            && Value($"'{expected.Replace("-", "", StringComparison.Ordinal)}'.lunarDate()") == expected
            && Findings($"'{expected.Replace("-", "", StringComparison.Ordinal)}'.fhirDate()") == "SIM2311";
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_take_a_date_of_the_calendar_for_a_lunar_one_unchanged() => Prop.ForAll(TimeGen.Days.ToArbitrary(), day =>
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Value($"'{text}'.lunarDate()") == text;
    }).QuickCheckThrowOnFailure();

    // A lunar date has a month above 12 (20 to 42 and 50 to 99 are in use) or a day above 31.
    private static Arbitrary<(int Year, int Month, int Day)> Lunar { get; } = (
        from year in Gen.Choose(1850, 2030)
        from month in Gen.Choose(1, 99)
        from day in Gen.Choose(1, 99)
        where month > 12 || day > 31
        select (year, month, day)).ToArbitrary();

    private static Arbitrary<(DateTime Moment, string Text)> Written(int most, int least = 4) =>
        TimeGen.Written.Where(written => written.Text.Length >= least && written.Text.Length <= most && written.Moment.Year is > 1 and < 9999).ToArbitrary();

    private static string Dashed(string text) => text.Length switch { 4 => text, 6 => $"{text[..4]}-{text[4..]}", _ => $"{text[..4]}-{text[4..6]}-{text[6..8]}" };

    /// <summary>The one value; null when there is another number of them, or a finding.</summary>
    private static string? Value(string expression)
    {
        var context = new EvaluationContext { Now = Evaluated.Now };
        var items = Evaluated.In(expression, context);
        return context.Findings.Count == 0 && items is [var one] ? one.Value.Text : null;
    }

    /// <summary>Codes of the findings; null when there is a value beside.</summary>
    private static string? Findings(string expression)
    {
        var context = new EvaluationContext { Now = Evaluated.Now };
        var items = Evaluated.In(expression, context);
        return items.Count == 0 ? string.Join(' ', context.Findings.Select(finding => finding.Code.Id)) : null;
    }
}
