using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Totals;

/// <summary>Amounts that count, in cents, with their signs; what cannot be counted is a finding.</summary>
internal static class SignedAmount
{
    /// <summary>The amount of an entity; 0, with a finding, when it cannot be read. A blank amount is 0 and needs no sign.</summary>
    public static long Read(EntityReader entity, FixedField amount, FixedField? sign, FindingList findings)
    {
        var bytes = entity.Bytes;
        if (!Amount.TryRead(amount.In(bytes), out var cents))
        {
            findings.Add(NoemieCodes.NotDigits, entity.PlaceOf(amount.From, amount.To), $"{amount.Name} ({amount.Label}) must be digits");
            return 0;
        }

        if (sign is null)
        {
            return cents;
        }

        var written = sign.In(bytes) is [var one] ? one : (byte)' ';
        if (written != Amount.Positive && written != Amount.Negative && (cents != 0 || written != (byte)' '))
        {
            findings.Add(NoemieCodes.WrongSign, entity.PlaceOf(sign.From, sign.To), $"{sign.Name} ({sign.Label}) is neither P nor N");
        }

        return written == Amount.Negative ? -cents : cents;
    }

    public static long Count(EntityReader entity, FixedField count, FindingList findings)
    {
        if (Amount.TryRead(count.In(entity.Bytes), out var value))
        {
            return value;
        }

        findings.Add(NoemieCodes.NotDigits, entity.PlaceOf(count.From, count.To), $"{count.Name} ({count.Label}) must be digits");
        return -1;
    }

    /// <summary>The sum of the file or level agrees with what is written.</summary>
    public static void Compare(EntityReader entity, FixedField field, bool agrees, DiagnosticCode code, FindingList findings)
    {
        if (!agrees)
        {
            findings.Add(code, entity.PlaceOf(field.From, field.To), $"{field.Name} ({field.Label}) does not agree with what was read");
        }
    }
}
