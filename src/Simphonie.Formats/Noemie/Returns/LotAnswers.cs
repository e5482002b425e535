using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>Makes the item of an acknowledgement (entity 090 of the hub's own profile): accepted, or refused with a code.</summary>
internal static class LotAnswers
{
    public static ReturnItem.LotAnswer Of(EntityReader entity, long ordinal, PaymentFacts facts)
    {
        var type = entity.Type!;
        var bytes = entity.Bytes;
        var accepted = type.Field("result").In(bytes) is [(byte)'A'];
        return new()
        {
            Ordinal = ordinal,
            Place = entity.PlaceOf(),
            Payee = facts.Payee,
            Payer = facts.Payer,
            FileId = EntityTexts.Of(type, "file", bytes),
            Lot = EntityTexts.Number(type, "number", bytes),
            LotDate = EntityTexts.Day(type, "date", bytes),
            Accepted = accepted,
            Code = accepted ? null : EntityTexts.Of(type, "code", bytes),
        };
    }
}
