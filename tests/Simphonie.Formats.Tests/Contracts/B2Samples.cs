using System.Text;
using Simphonie.Contracts.Formats;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.B2;
using Simphonie.Formats.Tests.B2;

namespace Simphonie.Formats.Tests.Contracts;

internal sealed class B2Samples : IFormatSamples
{
    public IFormat Format { get; } = new B2Format();

    public ISchema Schema => B2Files.Cp2023;

    public byte[] Good { get; } = SampleFile.With(2, 30, "MARKED HOSPITAL         ");

    /// <summary>A rank, a day and a number that are none.</summary>
    public byte[] Invalid { get; } = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(SampleFile.With(3, 103, "MARKED")).Replace("0002556", "0MARKED", StringComparison.Ordinal));

    public string? BuiltType => "Invoice";

    /// <summary>B2 nests four levels; more lines are more of them side by side.</summary>
    public byte[] Deep(int levels) => SampleFile.Of([.. SampleFile.Records[..4], .. Enumerable.Repeat(SampleFile.Records[4], levels), .. SampleFile.Records[8..]]);

    public byte[] Huge(int digits) => SampleFile.Of([.. SampleFile.Records[..2], "2" + new string('9', digits), .. SampleFile.Records[3..]], "\n");

    public void Fill(IDocumentBuilder builder)
    {
        var invoice = builder.Child(builder.Root, "type2");
        builder.Set(builder.Child(invoice, "finess"), Value.Of("750000010"));
        builder.Set(builder.Child(invoice, "numeroFacture"), Value.Of("101"));
        builder.Set(builder.Child(invoice, "dateEntree"), Value.OfDate("2026-01-02"));
        var line = builder.Child(builder.Append(builder.Root, "line"), "type4");
        builder.Set(builder.Child(line, "codeActe"), Value.Of("CS"));
        builder.Set(builder.Child(line, "montantTotal"), Value.OfDecimalText("30.00"));
    }
}
