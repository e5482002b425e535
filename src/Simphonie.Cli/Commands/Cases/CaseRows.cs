using System.Globalization;
using System.Text.Json;
using Simphonie.Cli.Output;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Commands.Cases;

/// <summary>How business cases are shown.</summary>
internal static class CaseRows
{
    public static Row Summary(CaseRecord one) => new()
    {
        { "id", one.Id },
        { "process", one.Process },
        { "key", one.Key },
        { "state", one.State },
        { "since", one.EnteredAt },
        { "next timer", one.NextAt },
        { "alert", one.Alert },
        { "events", one.Events },
    };

    public static Row Sheet(CaseRecord one, CaseDefinition? definition)
    {
        var sheet = new Row
        {
            { "id", one.Id },
            { "establishment", one.Establishment },
            { "world", one.World.ToString().ToLowerInvariant() },
            { "process", definition is null ? one.Process : string.Create(CultureInfo.InvariantCulture, $"{one.Process}@{definition.Version}") },
            { "key", one.Key },
            { "state", one.State },
            { "since", one.EnteredAt },
            { "next timer", one.NextAt },
            { "alert", one.Alert },
            { "opened", one.OpenedAt },
            { "changed", one.UpdatedAt },
            { "ended", one.EndedAt },
        };
        using var holds = JsonDocument.Parse(one.Holds);
        sheet.Add("holds", holds.RootElement.EnumerateObject().Select(static value => $"{value.Name}={value.Value}").ToList());
        return sheet;
    }

    public static Row Event(CaseHistory one) => new()
    {
        { "number", one.Ordinal },
        { "at", one.At },
        { "event", one.Event },
        { "outcome", one.Outcome.ToString().ToLowerInvariant() },
        { "from", one.From },
        { "to", one.To },
        { "values", one.Values },
        { "message", one.Message },
        { "cause", one.CauseCode },
        { "seen", one.Seen },
        { "identity", one.Identity },
    };

    /// <summary>An event in one line, for machines that read the sheet as one object.</summary>
    public static string Line(CaseHistory one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Ordinal} {one.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {one.Event} {one.Outcome.ToString().ToLowerInvariant()} {one.From ?? "-"} {one.To} {one.Values ?? "{}"} message={one.Message} seen={one.Seen} {one.Identity}");

    /// <summary>A case in one line: id, process, key, state.</summary>
    public static string Short(CaseRecord one) => string.Create(CultureInfo.InvariantCulture, $"{one.Id} {one.Process} {one.Key} {one.State}");
}
