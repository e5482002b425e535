using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// The ledger and the states of cases, as expressions read them: in line. An embedded journal answers at once; one over the network holds the lane's own thread for a query.
/// </summary>
internal sealed class LedgerSource(IJournal journal)
{
    /// <summary>Reads by keys that are stand-ins already.</summary>
    private Func<string, string, string?> Of(MessageRecord message) => (kind, key) =>
    {
        var read = journal.Reader.LedgerAsync(message.Establishment, message.World, kind, key, CancellationToken.None);
        return (read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult())?.Value;
    };

    /// <summary>What a stage of the message reads, and keeps.</summary>
    public LedgerReads ReadsOf(MessageRecord message) => new(Of(message), StatesOf(message));

    /// <summary>Reads by keys as messages write them.</summary>
    public Func<string, string, string?> OfRaw(MessageRecord message)
    {
        var read = Of(message);
        return (kind, key) => read(kind, journal.Pseudonym(key));
    }

    private Func<string, string, string?> StatesOf(MessageRecord message) => (process, key) =>
    {
        var read = journal.Reader.Cases.LookUpAsync(message.Establishment, message.World, process, [new CaseQuestion(key, "")], CancellationToken.None);
        return (read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult())[0].Case?.State;
    };
}
