using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Formats.B2.Lots;

namespace Simphonie.Formats.Tests.B2.Lots;

public sealed class When_a_lot_is_composed
{
    private static readonly B2LotFormat Lots = new();

    private static readonly LotSheet Sheet = new()
    {
        Sender = new("750000010", "HÔPITAL DE DÉMONSTRATION", "101", "03", "03"),
        Recipient = new("cpam-75", "01", "011", "750", null),
        World = World.Test,
        FileId = "F00001",
        FileDate = new(2026, 1, 5),
        Number = 7,
        LotDate = new(2026, 1, 5),
    };

    [Test]
    public void Should_examine_an_invoice()
    {
        var findings = new DiagnosticBag();
        var invoice = Lots.Examine(SampleFile.Of(SampleFile.Records[2..9]), B2Files.Cp2023, findings);

        Assert.That(findings, Is.Empty);
        Assert.That(invoice!.Key, Is.EqualTo(new InvoiceKey("750000010", "000000101", "000100")));
        Assert.That((invoice.Scheme, invoice.Fund, invoice.InvoicedOn), Is.EqualTo(("01", "751", new DateOnly(2026, 1, 2))));
        Assert.That(invoice.Totals, Is.EqualTo(new LotTotals(1, 7, 2, 4, 1, 5556, 3795, 1261)));
    }

    [TestCase("")]
    [TestCase("\r\n")]
    public void Should_name_the_insured_as_returns_do(string separator) =>
        Assert.That(Lots.InsuredOf(SampleFile.Of(SampleFile.Records[2..9], separator), B2Files.Cp2023), Is.EqualTo("297022A020778"));

    [Test]
    public void Should_name_nobody_where_there_is_no_invoice() => Assert.That(Lots.InsuredOf("2750000010"u8, B2Files.Cp2023), Is.Empty);

    [Test]
    public void Should_refuse_what_is_not_exactly_one_invoice()
    {
        foreach (var records in new[] { SampleFile.Records[2..12], SampleFile.Records[2..8], SampleFile.Records[3..9], [] })
        {
            var findings = new DiagnosticBag();
            Assert.That(Lots.Examine(SampleFile.Of(records), B2Files.Cp2023, findings), Is.Null);
            Assert.That(findings.HasErrors);
        }
    }

    [Test]
    public void Should_refuse_an_invoice_whose_totals_are_wrong()
    {
        var findings = new DiagnosticBag();
        var records = Encoding.ASCII.GetString(SampleFile.With(9, 42, "00002557"));

        Assert.That(Lots.Examine(Encoding.ASCII.GetBytes(records[256..1152]), B2Files.Cp2023, findings), Is.Null);
        Assert.That(findings.Select(finding => $"{finding.Code.Id} {finding.Place.Path}"), Is.EqualTo(new[] { "SIM2516 record 7, 42-49" }));
    }

    [Test]
    public void Should_write_a_file_that_the_reader_finds_good()
    {
        var output = Compose(SampleFile.Records[2..9], SampleFile.Records[9..12]);

        Assert.That(B2Files.Validate(output), Is.Empty);
        var text = Encoding.ASCII.GetString(output);
        Assert.That(text, Has.Length.EqualTo(14 * 128));
        Assert.That(text[256..(12 * 128)], Is.EqualTo(string.Concat(SampleFile.Records[2..12])), "invoices are carried byte for byte");
        Assert.That(text[(13 * 128)..].TrimEnd(), Does.EndWith("001"));
        Assert.That(text[(12 * 128)..(13 * 128)], Is.EqualTo(SampleFile.Records[12]));
    }

    [Test]
    public void Should_split_a_file_and_write_its_lots_anew_byte_for_byte()
    {
        var file = SampleFile.Bytes("\r\n");
        var lots = Lots.Open(file, B2Files.Cp2023).ToList();

        Assert.That(lots, Has.Count.EqualTo(1));
        Assert.That((lots[0].Number, lots[0].Date, lots[0].Organism), Is.EqualTo((7, new DateOnly(2026, 1, 5), "011")));
        Assert.That(lots[0].Totals, Is.EqualTo(new LotTotals(2, 10, 3, 5, 2, 6556, 4595, 1461)));
        Assert.That(Encoding.ASCII.GetString(lots[0].Bytes.Span[lots[0].Invoices[1].Records]), Is.EqualTo(string.Concat(SampleFile.Records[9..12].Select(record => record + "\r\n"))));

        var output = new ArrayBufferWriter<byte>();
        Lots.Wrap(Sheet with { FileId = "F00002", Number = 0 }, lots, B2Files.Cp2023, output);

        Assert.That(B2Files.Validate(output.WrittenSpan.ToArray()), Is.Empty);
        Assert.That(output.WrittenSpan.IndexOf(lots[0].Bytes.Span), Is.EqualTo(130));
    }

    [Test]
    public void Should_hold_no_more_than_the_counters_of_its_end_can()
    {
        var lot = new LotTotals(998, 9000, 2000, 3000, 998, 999_990_000, 1, 1);

        Assert.That(((ILotFormat)Lots).Fits(lot, new(1, 4, 1, 2, 1, 9_999, 1, 1)), Is.True);
        Assert.That(((ILotFormat)Lots).Fits(lot, new(1, 4, 1, 2, 1, 10_000, 1, 1)), Is.False);
        Assert.That(((ILotFormat)Lots).Fits(lot, new(2, 4, 1, 2, 1, 1, 1, 1)), Is.False);
    }

    private static byte[] Compose(params string[][] invoices)
    {
        var output = new ArrayBufferWriter<byte>();
        Lots.Compose(Sheet, default, invoices.Select(records => new ReadOnlyMemory<byte>(SampleFile.Of(records))), B2Files.Cp2023, output);
        return output.WrittenSpan.ToArray();
    }
}
