using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Returns.Matching;

/// <summary>The event that a part of a return is to its case.</summary>
internal static class PartEvent
{
    public static ProcessEvent Of(NamedPart named, in CaseHoldings holds, string establishment, World world, string process, DateTimeOffset at)
    {
        var part = named.Part;
        var decided = named.DecidedBy is not null;
        var values = new List<KeyValuePair<string, Value>>(8);
        Add(values, "lot", Value.OfLong(decided ? holds.Lot ?? part.Lot : part.Lot));
        Add(values, "lot_date", decided && holds.LotDate is { } held ? Value.OfDate(held) : Date(part.LotDate));
        Add(values, "payer", decided && holds.Payer is { } payer ? Value.Of(payer) : Text(part.Payer));
        Add(values, "asked", Value.OfLong(decided ? holds.Asked ?? part.Asked : part.Asked));
        if (part.State == PartState.Paid)
        {
            Add(values, "amount", Value.OfLong(part.Paid));
        }

        Add(values, "transfer", Text(part.TransferReference));
        Add(values, "accounted_on", Date(part.AccountedOn));
        if (part.Rejections.Count > 0)
        {
            Add(values, "reason", Text(part.Rejections[0].Code));
        }

        return new()
        {
            Establishment = establishment,
            World = world,
            Process = process,
            Case = named.Case,
            Name = part.State switch { PartState.Paid => "paid", PartState.Rejected => "rejected", _ => "deferred" },
            Identity = named.Identity,
            Values = values,
            At = at,
            Message = named.Message,
        };
    }

    private static void Add(List<KeyValuePair<string, Value>> values, string name, Value value)
    {
        if (!value.IsNone)
        {
            values.Add(new(name, value));
        }
    }

    private static Value Text(string? text) => string.IsNullOrEmpty(text) ? Value.None : Value.Of(text);

    private static Value Date(DateOnly? date) => date is { } day ? Value.OfDate(day.ToString("O", CultureInfo.InvariantCulture)) : Value.None;
}
