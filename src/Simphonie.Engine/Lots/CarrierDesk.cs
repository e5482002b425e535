using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Lots;
using Simphonie.Engine.Policies;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Lots;

/// <summary>Says where the lots of a file go that the establishment's own software made. Reads and writes nothing.</summary>
internal sealed class CarrierDesk(LotsDefinition settings, IReadOnlyDictionary<string, ILotFormat> formats, Func<string, string> pseudonym)
{
    /// <summary>
    /// The files that leave. Empty with a failure when the site is to be corrected, and empty without one when the file is: <paramref name="findings"/> then have the errors.
    /// </summary>
    public IReadOnlyList<CarriedFile> Accept(LotRequest request, string fileId, Func<string, string> derive, DiagnosticBag findings, out Diagnostic? failure)
    {
        if (!formats.TryGetValue(request.Schema.Format, out var format))
        {
            failure = Diagnostic.Of(LotCodes.NoLotFormat, Place.Whole, $"{request.Schema.Format} knows no lots.");
            return [];
        }

        if ((failure = LotRules.Objection(settings, request.Schema.Header, request.Message.World)) is not null)
        {
            return [];
        }

        var byRecipient = new Dictionary<Recipient, List<ForeignLot>>();
        foreach (var lot in format.Open(request.Records, request.Schema))
        {
            if (!IsSound(lot, request, findings) || (failure = Sort(lot, byRecipient)) is not null)
            {
                return [];
            }
        }

        if (byRecipient.Count == 0)
        {
            findings.Add(LotCodes.FileRefused, Place.Whole, "The file has no lot.");
        }

        return [.. byRecipient.Select(pair => File(pair.Key, pair.Value, byRecipient.Count == 1, request, fileId, derive, format))];
    }

    private static bool IsSound(ForeignLot lot, LotRequest request, DiagnosticBag findings)
    {
        if (lot.Number is < 1 or > LotNumbering.Highest || lot.Date is null || lot.Invoices.Count == 0)
        {
            findings.Add(LotCodes.FileRefused, Place.Whole, "A lot of the file has no number, no date or no invoice.");
            return false;
        }

        if (LotRules.Objection(lot.Date.Value, ParisDate.Of(request.At)) is { } objection)
        {
            findings.Add(objection);
            return false;
        }

        if (lot.Invoices.Any(invoice => !string.Equals(invoice.Invoice.Key.Provider, request.Message.Establishment, StringComparison.Ordinal)))
        {
            findings.Add(LotCodes.OtherEstablishment, Place.Whole, "The FINESS of an invoice is not that of this hub's establishment.");
            return false;
        }

        return true;
    }

    private Diagnostic? Sort(ForeignLot lot, Dictionary<Recipient, List<ForeignLot>> byRecipient)
    {
        var first = lot.Invoices[0].Invoice;
        if (settings.Recipients.For(first.Scheme, first.Fund, first.Centre) is not { } recipient)
        {
            return Diagnostic.Of(LotCodes.NoRecipient, Place.Whole, $"The directory has no recipient for scheme {first.Scheme} and caisse {first.Fund}.");
        }

        if (!byRecipient.TryGetValue(recipient, out var lots))
        {
            byRecipient.Add(recipient, lots = []);
        }

        lots.Add(lot);
        return LotRules.Objection(recipient, NumberOwner.Gap);
    }

    private CarriedFile File(Recipient recipient, List<ForeignLot> lots, bool whole, LotRequest request, string fileId, Func<string, string> derive, ILotFormat format)
    {
        var message = request.Message;
        var schema = $"{request.Schema.Header.Id}@{request.Schema.Header.Version}";
        var own = whole ? fileId : derive($"file/{fileId}/{recipient.Address.Code}")[..LotNumbering.FileIdLength];
        var entering = lots.Select(lot => Entering(lot, recipient, own, schema, request)).ToList();
        return new(
            new(message.Establishment, message.World, recipient.Address.Code),
            own,
            request.Schema.Format,
            schema,
            whole ? request.Records : Wrap(recipient, lots, own, request, format),
            entering,
            settings.Process is { } process ? [.. entering.SelectMany(lot => Events(process, lot, recipient.Address, request.Schema, format))] : []);
    }

    private IEnumerable<ProcessEvent> Events(string process, LotEntering lot, LotRecipient recipient, ISchema schema, ILotFormat format)
    {
        var told = new LotAt(lot.Group, lot.Number, lot.Date, lot.FileId, null, 0, lot.At) { Payer = format.NumberOf(recipient) };
        return lot.Invoices.SelectMany(invoice => LotEvents.Of(
            process, LotEvents.Closed, told, new(invoice.Invoice.Key, invoice.Invoice.Totals, format.InsuredOf(invoice.Records.Span, schema)), pseudonym));
    }

    private ReadOnlyMemory<byte> Wrap(Recipient recipient, List<ForeignLot> lots, string fileId, LotRequest request, ILotFormat format)
    {
        var today = ParisDate.Of(request.At);
        var writer = new ArrayBufferWriter<byte>();
        var sheet = new LotSheet { Sender = settings.Sender, Recipient = recipient.Address, World = request.Message.World, FileId = fileId, FileDate = today, Number = 0, LotDate = today };
        format.Wrap(sheet, lots, request.Schema, writer);
        return writer.WrittenMemory;
    }

    private static LotEntering Entering(ForeignLot lot, Recipient recipient, string fileId, string schema, LotRequest request)
    {
        var (first, message) = (lot.Invoices[0].Invoice, request.Message);
        return new()
        {
            Group = new(message.Establishment, message.World, recipient.Address.Code, first.Scheme, first.Fund, request.Kind, schema),
            Number = lot.Number,
            Date = lot.Date!.Value,
            FileId = fileId,
            Totals = lot.Totals,
            Invoices = [.. lot.Invoices.Select(invoice => (invoice.Invoice, lot.Bytes[invoice.Records]))],
            Message = message.Id,
            Handling = request.Handling,
            At = request.At,
            OfAppend = 0,
        };
    }
}
