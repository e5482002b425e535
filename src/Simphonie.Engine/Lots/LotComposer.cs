using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>Writes the file of a lot and the message that holds it.</summary>
internal sealed class LotComposer(LotsDefinition settings, IReadOnlyDictionary<string, ILotFormat> formats, ILotReader reader, IContentStore content)
{
    private const int Page = 256;

    /// <summary>What is in the way of closing a lot; null when nothing is, and then what it is written with.</summary>
    public Diagnostic? Prepare(LotRecord lot, ISchemaCatalog schemas, out LotLayout? layout)
    {
        layout = null;
        if (!schemas.TryResolve(lot.Group.Schema, DateOnly.MaxValue, out var schema) || !formats.TryGetValue(schema.Format, out var format))
        {
            return Diagnostic.Of(LotCodes.CannotClose, Place.Whole, $"There is no {lot.Group.Schema} any more.");
        }

        if (settings.Recipients.Find(lot.Group.Recipient) is not { } recipient)
        {
            return Diagnostic.Of(LotCodes.CannotClose, Place.Whole, $"The recipient {lot.Group.Recipient} is no longer in the directory.");
        }

        layout = new(format, schema, recipient.Address);
        return LotRules.Objection(recipient, NumberOwner.Hub) ?? LotRules.Objection(settings, schema.Header, lot.Group.World);
    }

    /// <summary>The message of a closed lot.</summary>
    public async ValueTask<MessageAppend> WriteAsync(LotRecord lot, LotLayout layout, LotSheet sheet, IReadOnlyList<Diagnostic> findings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var invoices = await InvoicesAsync(lot, cancellationToken).ConfigureAwait(false);
        var writer = new ArrayBufferWriter<byte>(invoices.Sum(static records => records.Length) + 1024);
        layout.Format.Compose(sheet, lot.Totals, invoices, layout.Schema, writer);
        return new()
        {
            Establishment = lot.Group.Establishment,
            Channel = LotChannel.Name,
            Format = layout.Schema.Format,
            Schema = lot.Group.Schema,
            World = lot.Group.World,
            ReceivedAt = now,
            State = MessageState.Received,
            Type = "lot",
            ControlId = sheet.FileId,
            Correlation = $"lot/{lot.Id}",
            Keys = [new("lot", $"{lot.Group.Recipient}/{sheet.Number}/{sheet.LotDate:yyyy-MM-dd}", false), new("recipient", lot.Group.Recipient, false)],
            Findings = findings,
            Payload = writer.WrittenCount <= Payload.InlineLimit ? new InlinePayload(writer.WrittenMemory) : await content.StoreAsync(writer.WrittenMemory, cancellationToken).ConfigureAwait(false),
        };
    }

    public LotSheet Sheet(LotRecord lot, LotLayout layout, int number, string fileId, DateOnly today) => new()
    {
        Sender = settings.Sender,
        Recipient = layout.Recipient,
        World = lot.Group.World,
        FileId = fileId,
        FileDate = today,
        Number = number,
        LotDate = today,
    };

    // What a lot holds is bounded by the counters of its format, and so is this memory.
    private async ValueTask<List<ReadOnlyMemory<byte>>> InvoicesAsync(LotRecord lot, CancellationToken cancellationToken)
    {
        var invoices = new List<ReadOnlyMemory<byte>>(lot.Totals.Invoices);
        var after = 0L;
        while (true)
        {
            var page = await reader.EntriesAsync(lot.Id, liveOnly: true, records: true, after, Page, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page)
            {
                invoices.Add(entry.Records);
                after = entry.Id;
            }

            if (page.Count < Page)
            {
                return invoices;
            }
        }
    }
}

/// <summary>What the file of a lot is written with.</summary>
internal sealed record LotLayout(ILotFormat Format, ISchema Schema, LotRecipient Recipient);
