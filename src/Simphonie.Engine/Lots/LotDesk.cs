using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>Says which lot an invoice belongs to, and what is in its way. Reads and writes nothing.</summary>
internal sealed class LotDesk(LotsDefinition settings, IReadOnlyDictionary<string, ILotFormat> formats)
{
    /// <summary>
    /// The addition of an invoice to its lot. Null with a failure when the site is to be corrected, and null without one when the invoice is:
    /// <paramref name="findings"/> then have the errors.
    /// </summary>
    public LotAddition? Accept(LotRequest request, DiagnosticBag findings, out Diagnostic? failure)
    {
        if (!TryFormat(request.Schema, out var format, out failure) || (failure = LotRules.Objection(settings, request.Schema.Header, request.Message.World)) is not null)
        {
            return null;
        }

        if (format.Examine(request.Records, request.Schema, findings) is not { } invoice || IsForeign(invoice, request.Message, findings))
        {
            return null;
        }

        if (Recipient(invoice, request, out failure) is not { } recipient)
        {
            return null;
        }

        var header = request.Schema.Header;
        return new()
        {
            Group = new(request.Message.Establishment, request.Message.World, recipient.Address.Code, invoice.Scheme, invoice.Fund, request.Kind, $"{header.Id}@{header.Version}"),
            Invoice = invoice,
            Records = request.Records,
            Most = settings.Most(format.Most),
            Message = request.Message.Id,
            Handling = request.Handling,
            At = request.At,
            ClosesAt = settings.Times.ClosesAt(request.At),
        };
    }

    private static bool IsForeign(LotInvoice invoice, MessageRecord message, DiagnosticBag findings)
    {
        if (string.Equals(invoice.Key.Provider, message.Establishment, StringComparison.Ordinal))
        {
            return false;
        }

        findings.Add(LotCodes.OtherEstablishment, Place.Whole, "The FINESS of the invoice is not that of this hub's establishment.");
        return true;
    }

    private bool TryFormat(ISchema schema, [NotNullWhen(true)] out ILotFormat? format, out Diagnostic? failure)
    {
        failure = formats.TryGetValue(schema.Format, out format) ? null : Diagnostic.Of(LotCodes.NoLotFormat, Place.Whole, $"{schema.Format} knows no lots.");
        return format is not null;
    }

    private Recipient? Recipient(LotInvoice invoice, LotRequest request, out Diagnostic? failure)
    {
        var recipient = request.Recipient is { } code ? settings.Recipients.Find(code) : settings.Recipients.For(invoice.Scheme, invoice.Fund, invoice.Centre);
        failure = recipient is null
            ? Diagnostic.Of(LotCodes.NoRecipient, Place.Whole, $"The directory has no recipient for scheme {invoice.Scheme} and caisse {invoice.Fund}.")
            : LotRules.Objection(recipient, NumberOwner.Hub);
        return failure is null ? recipient : null;
    }
}

/// <summary>An invoice that a route wants to put into a lot.</summary>
internal sealed record LotRequest
{
    public required ReadOnlyMemory<byte> Records { get; init; }

    public required ISchema Schema { get; init; }

    public required string Kind { get; init; }

    /// <summary>Code of the recipient when the route says it.</summary>
    public string? Recipient { get; init; }

    public required MessageRecord Message { get; init; }

    public required long Handling { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string ToString() => "request for a lot";
}
