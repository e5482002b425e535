namespace Simphonie.Formats.Tests.B2.Validation;

/// <summary>Framing and order: one finding at the record that is wrong, and the records behind it are read as if nothing were.</summary>
public sealed class When_records_are_cut_or_moved
{
    [TestCase("")]
    [TestCase("\n")]
    [TestCase("\r\n")]
    public void Should_find_a_record_of_127_characters(string separator)
    {
        var records = SampleFile.Records.ToArray();
        records[6] = records[6].Remove(90, 1);

        Assert.That(B2Files.Validate(SampleFile.Of(records, separator)), Is.EqualTo(new[] { "SIM2502 record 7" }));
    }

    [TestCase("")]
    [TestCase("\r")]
    [TestCase("\r\n")]
    public void Should_find_a_record_of_129_characters(string separator)
    {
        var records = SampleFile.Records.ToArray();
        records[4] = records[4].Insert(60, "0");

        Assert.That(B2Files.Validate(SampleFile.Of(records, separator)), Is.EqualTo(new[] { "SIM2502 record 5" }));
    }

    [TestCase(1, "SIM2503 record 14;SIM2522 record 14")]
    [TestCase(50, "SIM2503 record 14")]
    [TestCase(127, "SIM2503 record 14")]
    public void Should_find_a_file_that_ends_inside_of_a_record(int kept, string expected) =>
        Assert.That(B2Files.Validate(SampleFile.Bytes()[..((13 * 128) + kept)]), Is.EqualTo(expected.Split(';')));

    [Test]
    public void Should_miss_the_end_of_the_file() =>
        Assert.That(B2Files.Validate(SampleFile.Of(SampleFile.Records[..13])), Is.EqualTo(new[] { "SIM2522 record 13" }));

    [Test]
    public void Should_find_a_second_000() =>
        Assert.That(B2Files.Validate(SampleFile.Of([SampleFile.Records[0], .. SampleFile.Records])), Does.Contain("SIM2521 record 2"));

    [Test]
    public void Should_find_records_behind_the_end() =>
        Assert.That(B2Files.Validate(SampleFile.Of([.. SampleFile.Records, SampleFile.Records[12]])), Does.Contain("SIM2523 record 15"));

    [Test]
    public void Should_find_a_lot_number_and_invoices_that_come_twice()
    {
        var records = SampleFile.Records;
        var found = B2Files.Validate(SampleFile.Of([.. records[..13], .. records[1..13], records[13]]));

        Assert.That(found, Does.Contain("SIM2519 record 14, 20-22"));
        Assert.That(found, Does.Contain("SIM2520 record 15, 30-38"));
        Assert.That(found, Does.Contain("SIM2520 record 22, 30-38"));
    }

    [Test]
    public void Should_find_a_lot_of_another_norm() =>
        Assert.That(B2Files.Validate(SampleFile.With(2, 79, "XX")), Is.EqualTo(new[] { "SIM2524 record 2, 79-80" }));

    [Test]
    public void Should_find_a_file_of_another_norm_than_its_lot() =>
        Assert.That(B2Files.Validate(SampleFile.With(1, 62, "XX")), Is.EqualTo(new[] { "SIM2524 record 2, 79-80" }));

    [Test]
    public void Should_find_an_invoice_without_its_end()
    {
        var records = SampleFile.Records;

        Assert.That(B2Files.Validate(SampleFile.Of([.. records[..8], .. records[9..]])), Does.Contain("SIM2518 record 9"));
    }

    [Test]
    public void Should_find_a_complement_of_a_line_of_another_type()
    {
        var records = SampleFile.Records;

        Assert.That(B2Files.Validate(SampleFile.Of([.. records[..5], records[7], .. records[5..7], .. records[8..]])), Is.EqualTo(new[] { "SIM2518 record 6" }));
    }

    [TestCase("9")]
    [TestCase("7")]
    [TestCase("X")]
    public void Should_find_a_record_of_no_known_type(string type) =>
        Assert.That(B2Files.Validate(SampleFile.With(6, 1, type)), Does.Contain("SIM2501 record 6"));

    [Test]
    public void Should_find_a_complement_of_no_known_letter() =>
        Assert.That(B2Files.Validate(SampleFile.With(8, 36, "Z")), Does.Contain("SIM2501 record 8"));

    [Test]
    public void Should_say_that_separators_differ()
    {
        var records = SampleFile.Records.Select((record, index) => record + (index == 4 ? "\n" : "\r\n"));

        Assert.That(B2Files.Validate(SampleFile.Of(records)), Is.EqualTo(new[] { "SIM2526 record 5" }));
    }

    [TestCase("MSH|^~\\&|")]
    [TestCase("{}")]
    public void Should_say_that_something_else_is_no_file(string text) =>
        Assert.That(B2Files.Validate(System.Text.Encoding.ASCII.GetBytes(text.PadRight(256))), Does.Contain("SIM2528 record 1"));

    [Test]
    public void Should_keep_only_so_many_findings_and_count_the_rest()
    {
        var bad = Enumerable.Repeat(SampleFile.At((1, "X")), 100_000);
        var found = B2Files.Findings(SampleFile.Of([SampleFile.Records[0], .. bad]));

        Assert.That(found, Has.Count.EqualTo(1001));
        Assert.That(found[1000].Code.Id, Is.EqualTo("SIM2527"));
        Assert.That(found[1000].Text, Does.StartWith("99001 "));
    }
}
