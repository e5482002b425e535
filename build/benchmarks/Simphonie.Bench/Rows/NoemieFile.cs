using System.IO.Pipelines;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Writing;

namespace Simphonie.Bench.Rows;

/// <summary>A synthetic return in blocks: payments of lots of invoices, each with its insured, an AMO and an AMC part; every tenth is rejected.</summary>
public static class NoemieFile
{
    private const int InvoicesOfLot = 500;
    private const int LotsOfPayment = 200;

    /// <summary>Writes one of about so many bytes.</summary>
    public static async Task WriteAsync(string path, NoemieSchema schema, long bytes, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(path);
        var output = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        var writer = new ReturnWriter(schema, output, blocked: true);
        Head(writer);
        for (var lot = 0; stream.Length < bytes && lot < 999; lot++)
        {
            if (lot % LotsOfPayment == 0)
            {
                Payment(writer, lot / LotsOfPayment);
            }

            writer.Write("lot", 3, ("date", Value.OfDate("2026-03-01")), ("number", Value.Of($"{lot + 1:000}")));
            for (var invoice = 0; invoice < InvoicesOfLot; invoice++)
            {
                Invoice(writer, (lot * InvoicesOfLot) + invoice);
            }

            await output.FlushAsync(cancellationToken);
        }

        writer.End();
        await output.CompleteAsync();
        if (!writer.Fits)
        {
            throw new InvalidOperationException("A value did not fit its field: the measurement would mean nothing.");
        }
    }

    private static void Head(ReturnWriter writer) => writer.Write(
        "header",
        0,
        ("issuerType", Value.Of("CP")),
        ("issuer", Value.Of("17511")),
        ("recipientType", Value.Of("TE")),
        ("recipient", Value.Of("750000010")),
        ("file", Value.Of("000001")),
        ("created", Value.OfDate("2026-03-15")),
        ("exchange", Value.Of("0908")),
        ("currency", Value.Of("U")),
        ("world", Value.Of("T")),
        ("blockLength", Value.Of("128")));

    private static void Payment(ReturnWriter writer, int number)
    {
        writer.Write("agent", 1, ("number", Value.Of("750000010")));
        writer.Write("payee", 2, ("number", Value.Of("750000010")));
        writer.Write("transfer", 2, ("date", Value.OfDate("2026-03-14")), ("label1", Value.Of($"VIREMENT {number:0000}")));
        writer.Write("returnKind", 2, ("kind", Value.Of("01")));
    }

    private static void Invoice(ReturnWriter writer, int number)
    {
        var rejected = number % 10 == 0;
        writer.Write("invoice", 4, ("number", Value.Of($"26{number:0000000}")), ("complement", Value.Of("001A00")), ("kind", Value.Of("B")));
        writer.Write("people", 5, ("nir", Value.Of("2790351215189")), ("nirKey", Value.Of("89")), ("birthName", Value.Of("PAT-TROIS")), ("birthDate", Value.OfDate("1979-03-28")), ("birthRank", Value.Of("1")));
        writer.Write("amoPart", 5, ("asked", Value.Of(70.00m)), ("state", Value.Of(rejected ? "R" : "P")), ("paid", Value.Of(rejected ? 0 : 70.00m)));
        if (rejected)
        {
            writer.Write("rejection", 6, ("code", Value.Of("0042")), ("label", Value.Of("DROITS FERMES")), ("scope", Value.Of("F")), ("part", Value.Of("O")));
        }

        writer.Write("amcPart", 5, ("asked", Value.Of(30.00m)), ("state", Value.Of("P")), ("paid", Value.Of(30.00m)), ("amc", Value.Of("99999999")));
    }
}
