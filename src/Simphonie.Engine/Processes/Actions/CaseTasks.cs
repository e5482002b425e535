using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Processes.Actions;

/// <summary>What people are told of cases. A task is of one case and cause; an alert of one day and text, since a thousand cases may have the same reason.</summary>
internal static class CaseTasks
{
    public static WorkItemRecord Task(CaseRecord @case, DiagnosticCode code, string what, string identity, DateTimeOffset at, long? message) => new()
    {
        Establishment = @case.Establishment,
        Code = code.Id,
        What = what,
        Why = $"The process {@case.Process} asks for it in the state {@case.State}.",
        Message = message,
        OpenedAt = at,
        Identity = $"case/{@case.World}/{@case.Process}/{@case.Key}/{identity}",
    };

    public static WorkItemRecord Alert(CaseRecord @case, DiagnosticCode code, string text, DateTimeOffset at) => new()
    {
        Establishment = @case.Establishment,
        Code = code.Id,
        What = text,
        Why = $"Cases of the process {@case.Process}: 'processes list --process {@case.Process} --alerting' shows them.",
        OpenedAt = at,
        Identity = string.Create(CultureInfo.InvariantCulture, $"alert/{@case.World}/{@case.Process}/{code.Id}/{text}/{ParisTime.DateOf(at):yyyy-MM-dd}"),
    };

    public static WorkItemRecord NoCase(ProcessEvent raised, DiagnosticCode code) => new()
    {
        Establishment = raised.Establishment,
        Code = code.Id,
        What = code.Help,
        Why = $"The event {raised.Name} came for the process {raised.Process}.",
        Message = raised.Message,
        OpenedAt = raised.At,
        Identity = $"no-case/{raised.World}/{raised.Process}/{raised.Case}/{raised.Name}/{raised.Identity}",
    };
}
