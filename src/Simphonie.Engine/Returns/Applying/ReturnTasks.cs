using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Returns;

namespace Simphonie.Engine.Returns.Applying;

/// <summary>What people are asked about items of returns, one task for each item.</summary>
internal sealed class ReturnTasks(ICaseReader cases)
{
    /// <summary>A task about an item of a return.</summary>
    public static WorkItemRecord Of(ReturnRecord of, ReturnItem item, DiagnosticCode code, DateTimeOffset at, long? @case = null, string? why = null) => new()
    {
        Establishment = of.Establishment,
        Code = code.Id,
        What = code.Help,
        Why = why ?? $"{code.Title} The place is {item.Place} in message {of.Message}.",
        Message = of.Message,
        Case = @case,
        OpenedAt = at,
        Identity = Identity(of.Id, item.Ordinal, code.Id),
    };

    /// <summary>A rejection: what the list says of its reason, and the message that the invoice came with.</summary>
    public async ValueTask<WorkItemRecord> RejectedAsync(ReturnRecord of, ReturnItem.Part part, CaseRecord @case, RejectionReason? reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var begun = await cases.HistoryAsync(@case.Id, 0, 1, cancellationToken).ConfigureAwait(false);
        var invoice = begun is [{ Message: { } message }] ? string.Create(CultureInfo.InvariantCulture, $"its invoice came with message {message}") : "the message of its invoice is not known";
        var why = reason is null ? "The list of reasons does not have its code" : $"{reason.Label} ({reason.Code}, {reason.Family}; first: {reason.FirstActor})";
        return Of(of, part, ReturnCodes.Rejected, at, @case.Id, $"{why}; the return is message {of.Message}, {invoice}.") with { What = reason?.Action ?? ReturnCodes.Rejected.Help };
    }

    /// <summary>Closes the task of a part that waited: it was decided, or came right by itself.</summary>
    public static JournalWrite Close(ParkedPart part, string by, string why, DateTimeOffset at) =>
        new JournalWrite.CloseWorkItemOf(part.Establishment, Identity(part.Return, part.Part.Ordinal, part.CauseCode), by, why, at);

    private static string Identity(long @return, long ordinal, string code) => string.Create(CultureInfo.InvariantCulture, $"return/{@return}/{ordinal}/{code}");
}
