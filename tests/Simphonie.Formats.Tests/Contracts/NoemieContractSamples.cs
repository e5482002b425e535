using System.Text;
using Simphonie.Contracts.Formats;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Tests.Noemie;

namespace Simphonie.Formats.Tests.Contracts;

internal sealed class NoemieContractSamples : IFormatSamples
{
    public IFormat Format { get; } = new NoemieFormat();

    public ISchema Schema => NoemieFiles.Ps;

    public byte[] Good { get; } = ReturnText.Sample.With(7, EntityLines.People(name: "MARKED-A")).Plain;

    /// <summary>A sign, a state and a date that are none, beside a marked name.</summary>
    public byte[] Invalid { get; } = ReturnText.Sample
        .With(7, EntityLines.People(name: "MARKED-A").Replace("790328", "MARKED", StringComparison.Ordinal))
        .With(8, EntityLines.AmoPart(7000, 'X', 7000))
        .With(13, EntityLines.Rejection("0042", "MARKED", scope: 'F').Replace("000000", "MARKED", StringComparison.Ordinal)).Plain;

    public string? BuiltType => null;

    public byte[] Deep(int levels) => Encoding.ASCII.GetBytes(EntityLines.Header() + string.Concat(Enumerable.Range(1, levels).Select(level => EntityLines.Lot(level: level % 100))));

    public byte[] Huge(int digits) => Encoding.ASCII.GetBytes(EntityLines.Header() + "19805" + new string('9', digits) + "@");

    public void Fill(IDocumentBuilder builder)
    {
        var header = builder.Child(builder.Root, "header");
        builder.Set(builder.Child(header, "issuerType"), Value.Of("CP"));
        builder.Set(builder.Child(header, "issuer"), Value.Of("17511"));
        builder.Set(builder.Child(header, "recipientType"), Value.Of("TE"));
        builder.Set(builder.Child(header, "recipient"), Value.Of("750000010"));
        builder.Set(builder.Child(header, "file"), Value.Of("000001"));
        builder.Set(builder.Child(header, "created"), Value.OfDate("2026-03-15"));
        builder.Set(builder.Child(header, "exchange"), Value.Of("0908"));
        builder.Set(builder.Child(header, "currency"), Value.Of("U"));
        var agent = builder.Append(builder.Root, "agent");
        builder.Set(builder.Child(agent, "number"), Value.Of("750000010"));
        var lot = builder.Append(builder.Append(agent, "payee"), "lot");
        builder.Set(builder.Child(lot, "date"), Value.OfDate("2026-03-01"));
        var invoice = builder.Append(lot, "invoice");
        builder.Set(builder.Child(invoice, "number"), Value.Of("260000001"));
        builder.Set(builder.Child(invoice, "kind"), Value.Of("B"));
        var part = builder.Append(invoice, "amoPart");
        builder.Set(builder.Child(part, "asked"), Value.Of(70.00m));
        builder.Set(builder.Child(part, "state"), Value.Of("P"));
        builder.Set(builder.Child(part, "paid"), Value.Of(-70.00m));
    }
}
