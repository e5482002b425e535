using System.Runtime.InteropServices;

namespace Simphonie.Formats.Noemie.Entities;

/// <summary>
/// What an entity stands under, by the order of the file and not by levels, which senders number differently: to whom, in which payment and lot,
/// for which invoice and part. Each is the index of an entity, 0 for none.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct EntityContext
{
    public long Recipient;
    public long Payment;
    public long Kind;
    public long Lot;
    public long Invoice;
    public long Part;
    public long OneOff;

    /// <summary>Takes notice of the next entity; what it is itself is then a part of its own context.</summary>
    public void See(int number, long index)
    {
        switch (number)
        {
            case EntityNumber.Agent or EntityNumber.Payee:
                this = new EntityContext { Recipient = index };
                break;
            case EntityNumber.AccountingDay or EntityNumber.Transfer:
                this = new EntityContext { Recipient = Recipient, Payment = index };
                break;
            case EntityNumber.ReturnKind:
                this = new EntityContext { Recipient = Recipient, Payment = Payment, Kind = index };
                break;
            case EntityNumber.Lot:
                Lot = index;
                LeaveInvoice();
                break;
            case EntityNumber.ShortInvoice or EntityNumber.Invoice:
                LeaveInvoice();
                Invoice = index;
                break;
            case EntityNumber.AmoPart or EntityNumber.AmcPart:
                Part = index;
                break;
            case EntityNumber.OneOffPayment:
                LeaveInvoice();
                OneOff = index;
                break;
            case EntityNumber.Deduction or EntityHead.ControlNumber or EntityHead.TrailerNumber:
                LeaveInvoice();
                break;
        }
    }

    private void LeaveInvoice() => Invoice = Part = OneOff = 0;
}
