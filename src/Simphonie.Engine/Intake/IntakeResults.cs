using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Intake;

/// <summary>Makes the answer of intake from what was found and what the commit said. Pure.</summary>
internal static class IntakeResults
{
    private static readonly Inspection s_notInspected = new() { Readable = false };

    public static IntakeResult NotKept(Diagnostic why) =>
        new() { Disposition = IntakeDisposition.Overloaded, Inspection = s_notInspected, Findings = [why] };

    public static IntakeResult Kept(Examined examined, AppendResult appended) => new()
    {
        Disposition = examined.Disposition,
        MessageId = appended.Id,
        ReceivedAt = examined.Append.ReceivedAt,
        Inspection = examined.Inspection,
        Findings = examined.Findings,
    };

    /// <summary>The first acknowledgement again: with the findings that the first one was answered with.</summary>
    public static IntakeResult Duplicate(Examined examined, AppendResult appended, MessageRecord? first) => new()
    {
        Disposition = IntakeDisposition.Duplicate,
        MessageId = appended.Id,
        FirstId = appended.FirstId,
        ReceivedAt = first?.ReceivedAt,
        Inspection = examined.Inspection,
        Findings = first?.Findings ?? examined.Findings,
    };

    public static IntakeResult Conflict(Examined examined, AppendResult appended) => new()
    {
        Disposition = IntakeDisposition.Conflict,
        MessageId = appended.Id,
        FirstId = appended.FirstId,
        Inspection = examined.Inspection,
        Findings = [.. examined.Findings, Diagnostic.Of(IntakeCodes.Conflict, Place.Whole, $"Message {appended.FirstId} was accepted under the same identity with other bytes.", "205")],
    };
}
