using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Totals;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>Where a reading of a return is, and the items that are known whole.</summary>
internal sealed class ReturnState(NoemieSchema schema, RepeatedLines repeated, long from)
{
    private readonly Queue<ReturnItem> _ready = new();
    private readonly KeptEntities _invoice = new();
    private readonly KeptEntities _oneOff = new();
    private readonly KeptEntities _transfer = new();
    private readonly LineHash _lines = new();
    private readonly ControlTotals _totals = new(schema, new FindingList(new DiagnosticBag()));
    private PaymentFacts _facts = new("");
    private long _ordinal;
    private int _transfers;

    public bool TryTake([NotNullWhen(true)] out ReturnItem? item) => _ready.TryDequeue(out item);

    public void See(EntityReader entity)
    {
        _totals.See(entity);
        if (entity.Type is not { } type)
        {
            return;
        }

        if (entity.IsHeader)
        {
            _facts = new PaymentFacts(ReturnIdentity.Read(entity.Bytes, schema).Issuer);
            return;
        }

        var number = type.Number;
        if (EndsInvoice(number))
        {
            EndMoney();
        }

        var line = _lines.See(entity);
        switch (number)
        {
            case EntityNumber.Agent or EntityNumber.Payee:
                EndTransfer(null);
                _transfers = 0;
                _facts = new PaymentFacts(_facts.Payer) { Payee = EntityTexts.Finess(EntityTexts.Of(type, "number", entity.Bytes)) };
                break;
            case EntityNumber.AccountingDay or EntityNumber.Transfer:
                OpenPayment(entity);
                break;
            case EntityHead.ControlNumber:
                CloseRecipient();
                break;
            case EntityNumber.LotAnswer:
                Answer(entity);
                break;
            case EntityNumber.ShortInvoice or EntityNumber.Invoice:
                _invoice.Add(entity, 0);
                break;
            case EntityNumber.Deduction or EntityNumber.OneOffPayment or EntityNumber.OneOffDetail:
                _oneOff.Add(entity, 0);
                break;
            default:
                if (_invoice.Count > 0 && IsKept(number))
                {
                    _invoice.Add(entity, line == 0 ? 0 : repeated.Next(line));
                }

                break;
        }
    }

    /// <summary>Gives what is left when the return ends.</summary>
    public void End()
    {
        EndMoney();
        EndTransfer(null);
    }

    private static bool IsKept(int number) =>
        EntityNumber.IsPart(number) || EntityNumber.IsRejection(number) || number is EntityNumber.People or EntityNumber.Insured;

    private static bool EndsInvoice(int number) => number is EntityNumber.Agent or EntityNumber.Payee or EntityNumber.AccountingDay or EntityNumber.Transfer
        or EntityNumber.ReturnKind or EntityNumber.Lot or EntityNumber.ShortInvoice or EntityNumber.Invoice or EntityNumber.Deduction or EntityNumber.OneOffPayment
        or EntityHead.ControlNumber or EntityHead.TrailerNumber;

    private void OpenPayment(EntityReader entity)
    {
        EndTransfer(null);
        _transfers++;
        var type = entity.Type!;
        var accounted = EntityTexts.Day(type, "date", entity.Bytes);
        string? reference = null;
        if (type.Number == EntityNumber.Transfer)
        {
            reference = $"{EntityTexts.Of(type, "label1", entity.Bytes)} {EntityTexts.Of(type, "label2", entity.Bytes)}".Trim();
            _transfer.Add(entity, 0);
        }

        _facts = _facts with { Transfer = reference, AccountedOn = accounted };
    }

    private void Answer(EntityReader entity)
    {
        if (_ordinal++ >= from)
        {
            _ready.Enqueue(LotAnswers.Of(entity, _ordinal - 1, _facts));
        }
    }

    /// <summary>A control total that closes the recipient ends the payment; its total is the transfer's when there was one only.</summary>
    private void CloseRecipient()
    {
        if (_totals.Closed is { Number: EntityNumber.Agent or EntityNumber.Payee } recipient)
        {
            EndTransfer(_transfers == 1 ? recipient.Amount : null);
        }
    }

    private void EndTransfer(long? amount)
    {
        if (_transfer.Count == 0)
        {
            return;
        }

        if (_ordinal++ >= from)
        {
            _ready.Enqueue(new ReturnItem.Transfer
            {
                Ordinal = _ordinal - 1,
                Place = _transfer[0].Place,
                Payee = _facts.Payee,
                Payer = _facts.Payer,
                Reference = _facts.Transfer ?? "",
                AccountedOn = _facts.AccountedOn,
                Amount = amount,
            });
        }

        _transfer.Clear();
    }

    /// <summary>Gives the parts of the open invoice, or the open deduction or single payment.</summary>
    private void EndMoney()
    {
        if (_invoice.Count > 0)
        {
            var items = new InvoiceItems(_invoice, _facts, _lines.InvoiceLot, _lines.InvoiceLotDate);
            for (var at = _invoice.Find(EntityNumber.IsPart); at >= 0; at = _invoice.Find(EntityNumber.IsPart, at + 1))
            {
                if (_ordinal++ >= from)
                {
                    _ready.Enqueue(items.Part(at, _ordinal - 1));
                }
            }

            _invoice.Clear();
        }

        if (_oneOff.Count > 0)
        {
            EndOneOff();
        }
    }

    private void EndOneOff()
    {
        var entity = _oneOff[0];
        if (entity.Type.Number != EntityNumber.OneOffDetail && _ordinal++ >= from)
        {
            var bytes = _oneOff.Bytes(entity);
            var isDeduction = entity.Type.Number == EntityNumber.Deduction;
            var detail = _oneOff.Find(number => number == EntityNumber.OneOffDetail);
            _ready.Enqueue(new ReturnItem.Money
            {
                Ordinal = _ordinal - 1,
                Place = entity.Place,
                Payee = _facts.Payee,
                Payer = _facts.Payer,
                Kind = entity.Type.Number.ToString("000", System.Globalization.CultureInfo.InvariantCulture),
                Amount = EntityTexts.SignedCents(entity.Type, "amount", bytes),
                TransferReference = _facts.Transfer,
                Reference = isDeduction ? EntityTexts.Of(entity.Type, "debt", bytes)
                    : $"{EntityTexts.Of(entity.Type, "code", bytes)} {(detail < 0 ? "" : EntityTexts.Of(_oneOff[detail].Type, "label", _oneOff.Bytes(_oneOff[detail])))}".TrimEnd(),
            });
        }

        _oneOff.Clear();
    }
}
