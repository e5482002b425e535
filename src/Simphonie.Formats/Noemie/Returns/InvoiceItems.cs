using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Reading;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>Makes the items of one invoice: a part each, with its rejections.</summary>
internal sealed class InvoiceItems(KeptEntities kept, PaymentFacts facts, int lot, DateOnly? lotDate)
{
    public ReturnItem.Part Part(int at, long ordinal)
    {
        var part = kept[at];
        var bytes = kept.Bytes(part);
        var invoice = kept[0];
        var person = kept.Find(number => number is EntityNumber.People or EntityNumber.Insured);
        var isAmc = part.Type.Number == EntityNumber.AmcPart;
        var state = State(part.Type.Field("state").In(bytes));
        return new ReturnItem.Part
        {
            Ordinal = ordinal,
            Place = part.Place,
            Payee = facts.Payee,
            Payer = facts.Payer,
            Invoice = EntityTexts.Of(invoice.Type, "number", kept.Bytes(invoice)),
            Complement = EntityTexts.Of(invoice.Type, "complement", kept.Bytes(invoice)),
            Lot = lot,
            LotDate = lotDate,
            Debtor = isAmc ? DebtorPart.Amc : DebtorPart.Amo,
            Repetition = part.Repetition,
            Asked = EntityTexts.Cents(part.Type, "asked", bytes),
            State = state,
            Paid = EntityTexts.SignedCents(part.Type, "paid", bytes),
            Insured = person < 0 ? "" : EntityTexts.Of(kept[person].Type, "nir", kept.Bytes(kept[person])),
            TransferReference = facts.Transfer,
            AccountedOn = facts.AccountedOn,
            Amc = isAmc && EntityTexts.Of(part.Type, "amc", bytes) is { Length: > 0 } amc ? amc : null,
            Rejections = Rejections(at, state),
        };
    }

    private static PartState State(ReadOnlySpan<byte> code) => code switch
    {
        [(byte)'P'] => PartState.Paid,
        [(byte)'R'] => PartState.Rejected,
        [(byte)'D'] => PartState.Deferred,
        _ => PartState.NotHandled,
    };

    /// <summary>Those that name the part, and those that name none and stand behind it; for a rejected AMC part without any, those that may be of both.</summary>
    private List<ReturnRejection> Rejections(int part, PartState state)
    {
        var own = new List<ReturnRejection>();
        var shared = new List<ReturnRejection>();
        var before = 0;
        for (var at = 1; at < kept.Count; at++)
        {
            var entity = kept[at];
            if (EntityNumber.IsPart(entity.Type.Number))
            {
                before = at;
            }
            else if (EntityNumber.IsRejection(entity.Type.Number))
            {
                var of = entity.Type.Number == EntityNumber.Rejection ? RejectedPart.Of(entity.Type.Field("part").In(kept.Bytes(entity))) : 0;
                if (of == 0 ? before == part : of == kept[part].Type.Number)
                {
                    own.Add(Rejection(entity, of));
                }
                else if (of == EntityNumber.AmoPart)
                {
                    shared.Add(Rejection(entity, 0));
                }
            }
        }

        return own.Count == 0 && state == PartState.Rejected && kept[part].Type.Number == EntityNumber.AmcPart ? shared : own;
    }

    private ReturnRejection Rejection(in Kept entity, int of)
    {
        var bytes = kept.Bytes(entity);
        return new ReturnRejection(
            EntityTexts.Of(entity.Type, "code", bytes),
            EntityTexts.Of(entity.Type, "label", bytes),
            EntityTexts.Of(entity.Type, "scope", bytes),
            of switch { EntityNumber.AmoPart => DebtorPart.Amo, EntityNumber.AmcPart => DebtorPart.Amc, _ => null },
            EntityTexts.Number(entity.Type, "line", bytes));
    }
}
