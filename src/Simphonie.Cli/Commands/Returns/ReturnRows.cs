using System.Globalization;
using Simphonie.Cli.Output;
using Simphonie.Core.Returns;

namespace Simphonie.Cli.Commands.Returns;

/// <summary>How returns are shown. Amounts are signed cents.</summary>
internal static class ReturnRows
{
    public static Row Summary(ReturnRecord one) => new()
    {
        { "id", one.Id },
        { "at", one.At },
        { "status", one.Status.ToString().ToLowerInvariant() },
        { "identity", one.Identity },
        { "message", one.Message },
        { "items", one.Items },
        { "applied", one.Applied },
        { "paid", one.Tally.Paid },
        { "rejected", one.Tally.Rejected },
        { "parked", one.Tally.Parked },
        { "cause", one.CauseCode },
    };

    public static Row Sheet(ReturnRecord one) => new()
    {
        { "id", one.Id },
        { "establishment", one.Establishment },
        { "world", one.World.ToString().ToLowerInvariant() },
        { "identity", one.Identity },
        { "reference", one.Reference },
        { "message", one.Message },
        { "schema", one.Schema },
        { "process", one.Process },
        { "status", one.Status.ToString().ToLowerInvariant() },
        { "cause", one.CauseCode },
        { "place", one.CausePlace },
        { "at", one.At },
        { "changed", one.ChangedAt },
        { "items", one.Items },
        { "applied", one.Applied },
        { "total", one.Total },
        { "parts", one.Tally.Parts },
        { "paid", one.Tally.Paid },
        { "rejected", one.Tally.Rejected },
        { "deferred", one.Tally.Deferred },
        { "unhandled", one.Tally.Unhandled },
        { "copies", one.Tally.Copies },
        { "parked", one.Tally.Parked },
        { "waiting", one.Tally.Waiting },
        { "dismissed", one.Tally.GivenUp },
        { "amount dismissed", one.Tally.Abandoned },
        { "other money", one.Tally.Money },
        { "answers", one.Tally.Answers },
    };

    public static Row Of(ReturnMoney one) => new()
    {
        { "item", one.Ordinal },
        { "kind", one.Kind },
        { "reference", one.Reference },
        { "date", one.AccountedOn?.ToString("O", CultureInfo.InvariantCulture) },
        { "amount", one.Amount },
        { "sum", one.Sum },
        { "differs", one.Differs },
    };

    public static Row Of(KeptRejection one) => new()
    {
        { "item", one.Ordinal },
        { "case", one.Case },
        { "code", one.Reason.Code },
        { "family", one.Family },
        { "line", one.Reason.Line },
        { "label", one.Reason.Label },
    };

    public static Row Of(ParkedPart one) => new()
    {
        { "id", one.Id },
        { "return", one.Return },
        { "message", one.Message },
        { "place", one.Part.Place.ToString() },
        { "case", one.Case },
        { "lot", one.Part.Lot },
        { "lot date", one.Part.LotDate?.ToString("O", CultureInfo.InvariantCulture) },
        { "asked", one.Part.Asked },
        { "says", one.Part.State.ToString().ToLowerInvariant() },
        { "paid", one.Part.Paid },
        { "cause", one.CauseCode },
        { "state", one.State.ToString().ToLowerInvariant() },
        { "done by", one.DecidedBy },
        { "done why", one.Why },
    };

    /// <summary>A row in one line, for machines that read a sheet as one object.</summary>
    public static string Line(Row row) => string.Join(' ', row.Where(static cell => cell.Value is not null).Select(static cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key}={cell.Value}")));
}
