using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>
/// A name for what belongs to an entity by the order of the file, whatever its niveau de rupture is: <c>payments</c> and <c>invoices</c> of the return,
/// <c>parts</c> and <c>rejections</c> of an invoice, the <c>payment</c> and <c>recipient</c> of a part …
/// Views are asked for by name; they are not among the children of an entity.
/// </summary>
/// <param name="Name">Name in expressions.</param>
/// <param name="Kind">How it is found.</param>
/// <param name="IsMany">False when it has at most one item.</param>
/// <param name="Holds">Numbers of the entities that it may hold.</param>
internal sealed record View(string Name, ViewKind Kind, bool IsMany, Func<int, bool> Holds)
{
    private static readonly View Payments = new("payments", ViewKind.Behind, true, EntityNumber.IsPayment);
    private static readonly View Invoices = new("invoices", ViewKind.Behind, true, EntityNumber.IsInvoice);
    private static readonly View Parts = new("parts", ViewKind.Behind, true, EntityNumber.IsPart);
    private static readonly View Rejections = new("rejections", ViewKind.Behind, true, EntityNumber.IsRejection);
    private static readonly View Deductions = new("deductions", ViewKind.Behind, true, number => number == EntityNumber.Deduction);
    private static readonly View OneOffPayments = new("oneOffPayments", ViewKind.Behind, true, number => number == EntityNumber.OneOffPayment);
    private static readonly View Details = new("details", ViewKind.Behind, true, number => number == EntityNumber.OneOffDetail);
    private static readonly View People = new("insuredPerson", ViewKind.Behind, false, number => number is EntityNumber.People or EntityNumber.Insured);
    private static readonly View PartRejections = new("rejections", ViewKind.RejectionsOfPart, true, EntityNumber.IsRejection);
    private static readonly View Recipient = new("recipient", ViewKind.Recipient, false, number => number is EntityNumber.Agent or EntityNumber.Payee);
    private static readonly View Payment = new("payment", ViewKind.Payment, false, EntityNumber.IsPayment);
    private static readonly View Batch = new("batch", ViewKind.Lot, false, number => number == EntityNumber.Lot);
    private static readonly View Kind081 = new("kindOfReturn", ViewKind.Kind, false, number => number == EntityNumber.ReturnKind);
    private static readonly View OfInvoice = new("ofInvoice", ViewKind.Invoice, false, EntityNumber.IsInvoice);

    private static readonly View[] OfReturn = [Payments, Invoices, Parts, Rejections, Deductions, OneOffPayments];
    private static readonly View[] OfPayment = [Invoices, Parts, Deductions, OneOffPayments, Recipient];
    private static readonly View[] OfInvoices = [Parts, Rejections, People, Recipient, Payment, Batch, Kind081];
    private static readonly View[] OfPart = [PartRejections, OfInvoice, Recipient, Payment, Batch, Kind081];
    private static readonly View[] OfRejection = [OfInvoice];
    private static readonly View[] OfMoney = [Recipient, Payment, Kind081];
    private static readonly View[] OfOneOff = [Details, Recipient, Payment, Kind081];

    /// <summary>The views of a kind of entity, or of the return itself.</summary>
    public static IReadOnlyList<View> Of(EntityType? type) => type is null ? OfReturn : type.Number switch
    {
        EntityNumber.AccountingDay or EntityNumber.Transfer => OfPayment,
        EntityNumber.ShortInvoice or EntityNumber.Invoice => OfInvoices,
        EntityNumber.AmoPart or EntityNumber.AmcPart => OfPart,
        EntityNumber.Notice or EntityNumber.Rejection => OfRejection,
        EntityNumber.Deduction => OfMoney,
        EntityNumber.OneOffPayment => OfOneOff,
        _ => [],
    };
}

/// <summary>How a view is found.</summary>
internal enum ViewKind
{
    /// <summary>Entities behind that stand under this one.</summary>
    Behind,
    RejectionsOfPart,
    Recipient,
    Payment,
    Lot,
    Kind,
    Invoice,
}
