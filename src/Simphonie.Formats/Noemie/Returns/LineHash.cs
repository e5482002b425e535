using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>Follows lot and invoice, and gives each part a number of 64 bits that is the same for the same lot, lot date, invoice and debtor (FNV-1a).</summary>
internal sealed class LineHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private int _lot;
    private DateOnly? _lotDate;
    private ulong _invoice;

    /// <summary>Lot of the open invoice: its own, else that of the entity 080 around it.</summary>
    public int InvoiceLot { get; private set; }

    public DateOnly? InvoiceLotDate { get; private set; }

    /// <summary>Takes notice of the next entity; the hash of the line when it is a part.</summary>
    public ulong See(EntityReader entity)
    {
        if (entity.Type is not { } type)
        {
            return 0;
        }

        switch (type.Number)
        {
            case EntityNumber.Agent or EntityNumber.Payee:
                _lot = 0;
                _lotDate = null;
                break;
            case EntityNumber.Lot:
                _lot = EntityTexts.Number(type, "number", entity.Bytes);
                _lotDate = EntityTexts.Day(type, "date", entity.Bytes);
                break;
            case EntityNumber.ShortInvoice or EntityNumber.Invoice:
                Open(entity);
                break;
            case EntityNumber.AmoPart or EntityNumber.AmcPart:
                return Mixed(_invoice, (ulong)type.Number);
        }

        return 0;
    }

    private void Open(EntityReader entity)
    {
        var type = entity.Type!;
        var bytes = entity.Bytes;
        var lot = EntityTexts.Number(type, "lotNumber", bytes);
        InvoiceLot = lot == 0 ? _lot : lot;
        InvoiceLotDate = EntityTexts.Day(type, "lotDate", bytes) ?? _lotDate;
        var hash = Mixed(Mixed(Basis, (ulong)InvoiceLot), (ulong)(InvoiceLotDate?.DayNumber ?? 0));
        hash = Mixed(hash, type.Field("number").In(bytes));
        _invoice = type.Layout.Field("complement") is { } complement ? Mixed(hash, complement.In(bytes)) : hash;
    }

    private static ulong Mixed(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            hash = (hash ^ one) * Prime;
        }

        return hash;
    }

    private static ulong Mixed(ulong hash, ulong number)
    {
        for (var shift = 0; shift < 64; shift += 8)
        {
            hash = (hash ^ ((number >> shift) & 0xFF)) * Prime;
        }

        return hash;
    }
}
