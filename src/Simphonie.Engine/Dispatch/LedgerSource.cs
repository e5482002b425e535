using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// The ledger as expressions read it: in line. An embedded journal answers at once; one over the network holds the lane's own thread for a query.
/// </summary>
internal sealed class LedgerSource(IJournal journal)
{
    /// <summary>Reads by keys that are stand-ins already.</summary>
    public Func<string, string, string?> Of(MessageRecord message) => (kind, key) =>
    {
        var read = journal.Reader.LedgerAsync(message.Establishment, message.World, kind, key, CancellationToken.None);
        return (read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult())?.Value;
    };

    /// <summary>Reads by keys as messages write them.</summary>
    public Func<string, string, string?> OfRaw(MessageRecord message)
    {
        var read = Of(message);
        return (kind, key) => read(kind, journal.Pseudonym(key));
    }
}
