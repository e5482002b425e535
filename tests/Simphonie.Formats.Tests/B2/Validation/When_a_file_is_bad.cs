namespace Simphonie.Formats.Tests.B2.Validation;

/// <summary>Each error is found at its record and positions, and nothing else is said.</summary>
public sealed class When_a_file_is_bad
{
    [TestCase(3, 12, "297022A020779", "SIM2511 record 3, 12-24", TestName = "key of a NIR")]
    [TestCase(3, 25, "79", "SIM2511 record 3, 12-24", TestName = "key of a NIR, itself")]
    [TestCase(7, 57, "100000008", "SIM2512 record 7, 57-65", TestName = "key of a professional")]
    [TestCase(5, 76, "00O2556", "SIM2505 record 5, 76-82", TestName = "letter in a number")]
    [TestCase(3, 103, "261302", "SIM2510 record 3, 103-108", TestName = "month 13")]
    [TestCase(3, 103, "250229", "SIM2510 record 3, 103-108", TestName = "29 February of no leap year")]
    [TestCase(3, 103, "000000", "SIM2506 record 3, 103-108", TestName = "zeros for a day")]
    [TestCase(3, 77, "11", "SIM2508 record 3, 77-78", TestName = "unknown nature of insurance")]
    [TestCase(1, 48, "XX", "SIM2507 record 1, 48-49;SIM2507 record 14, 48-49", 14, "XX", TestName = "fixed value")]
    [TestCase(1, 26, "ZZ", "SIM2509 record 1, 26-27;SIM2509 record 14, 26-27", 14, "ZZ", TestName = "unknown type of recipient")]
    [TestCase(2, 30, "                        ", "SIM2506 record 2, 30-69", TestName = "name missing")]
    [TestCase(2, 100, "X", "SIM2514 record 2, 95-128", TestName = "blank filled")]
    [TestCase(2, 31, "\u001F", "SIM2504 record 2, 31", TestName = "control character")]
    [TestCase(6, 30, "000000102", "SIM2517 record 6, 30-38", TestName = "other invoice number")]
    [TestCase(9, 39, "003", "SIM2515 record 9, 39-41", TestName = "count of lines")]
    [TestCase(9, 42, "00002557", "SIM2516 record 9, 42-49", TestName = "total 42")]
    [TestCase(9, 50, "00002046", "SIM2516 record 9, 50-57", TestName = "total 50")]
    [TestCase(9, 58, "00003001", "SIM2516 record 9, 58-65", TestName = "total 58")]
    [TestCase(9, 66, "00001751", "SIM2516 record 9, 66-73", TestName = "total 66")]
    [TestCase(9, 74, "00001762", "SIM2516 record 9, 74-81", TestName = "total 74")]
    [TestCase(9, 82, "00000512", "SIM2516 record 9, 82-89", TestName = "total 82")]
    [TestCase(9, 90, "00000751", "SIM2516 record 9, 90-97", TestName = "total 90")]
    [TestCase(9, 115, "00002557", "SIM2516 record 9, 115-122", TestName = "total 115")]
    [TestCase(13, 11, "003", "SIM2515 record 13, 11-13", TestName = "count of invoices")]
    [TestCase(13, 14, "0006", "SIM2515 record 13, 14-17", TestName = "count of lines of a lot")]
    [TestCase(13, 18, "0004", "SIM2515 record 13, 18-21", TestName = "count of type 2")]
    [TestCase(13, 22, "003", "SIM2515 record 13, 22-24", TestName = "count of type 5")]
    [TestCase(13, 25, "000006557", "SIM2516 record 13, 25-33", TestName = "total of a lot")]
    [TestCase(13, 34, "000004596", "SIM2516 record 13, 34-42", TestName = "AMO of a lot")]
    [TestCase(13, 43, "000001462", "SIM2516 record 13, 43-51", TestName = "AMC of a lot")]
    [TestCase(13, 52, "008", "SIM2525 record 13, 52-54", TestName = "other lot number")]
    [TestCase(13, 55, "X", "SIM2508 record 13, 55", TestName = "unknown world")]
    [TestCase(14, 50, "F00002", "SIM2525 record 14, 50-55", TestName = "other file id")]
    [TestCase(14, 56, "00000013", "SIM2515 record 14, 56-63", TestName = "count of records")]
    [TestCase(14, 83, "002", "SIM2515 record 14, 83-85", TestName = "count of lots")]
    public void Should_find_it_at_its_place(int record, int position, string text, string expected, int secondRecord = 0, string secondText = "")
    {
        var bytes = SampleFile.With(record, position, text);
        if (secondRecord > 0)
        {
            System.Text.Encoding.ASCII.GetBytes(secondText).CopyTo(bytes, ((secondRecord - 1) * 128) + position - 1);
        }

        Assert.That(B2Files.Validate(bytes), Is.EqualTo(expected.Split(';')));
    }
}
