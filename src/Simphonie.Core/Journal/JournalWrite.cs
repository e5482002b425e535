using Simphonie.Core.Lots;
using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>One write of an atomic commit.</summary>
public abstract partial record JournalWrite
{
    private JournalWrite()
    {
    }

    /// <summary>
    /// Appends a message within the commit (parts of a split, edited copies, interactive C1 with C2). Only with <paramref name="Once"/> its duplicate check is made:
    /// where the message would be a duplicate or a conflict the whole commit fails as a conflict, with <see cref="CommitResult.Known"/>.
    /// </summary>
    public sealed record Append(MessageAppend Message, bool Once = false) : JournalWrite
    {
        /// <summary>The case that sends it: the one of that <see cref="PutCase"/> of the same commit (0-based); -1 for none.</summary>
        public int OfCase { get; init; } = -1;
    }

    /// <summary>The sequencer has dealt with all messages up to and with this position.</summary>
    public sealed record AdvanceSequencer(long Position) : JournalWrite;

    public sealed record SetMessageState(long Message, MessageState State, string? Revision) : JournalWrite;

    /// <summary>Inserts a handling. With <paramref name="OfAppend"/> &gt;= 0 its message is the one of that <see cref="Append"/> of the same commit (0-based).</summary>
    public sealed record InsertHandling(HandlingInsert Handling, int OfAppend = -1) : JournalWrite;

    /// <summary>
    /// Changes a handling if it still has <paramref name="ExpectedVersion"/>; else the whole commit fails as a conflict.
    /// Entering an end state makes the next held one of the same (establishment, route, key) ready: see <see cref="CommitResult.Promoted"/>.
    /// </summary>
    public sealed record UpdateHandling(long Id, int ExpectedVersion, HandlingState State, int Stage, DateTimeOffset At, string? CauseCode = null, string? CausePlace = null, string? CauseText = null) : JournalWrite
    {
        /// <summary>Set when the handling goes on under other definitions than it was made with; null leaves them.</summary>
        public HandlingRevision? Under { get; init; }
    }

    /// <summary>
    /// Keeps what a stage did. With <paramref name="OfHandling"/> &gt;= 0 the handling is the one of that <see cref="InsertHandling"/> of the same commit.
    /// <paramref name="Failed"/> keeps the findings of a stage that came to nothing: the next write of the same stage takes its place. Any other stage is written once.
    /// </summary>
    public sealed record InsertStage(StageRecord Stage, int OfHandling = -1, bool Failed = false) : JournalWrite;

    public sealed record InsertDelivery(DeliveryRecord Delivery, int OfHandling = -1) : JournalWrite;

    /// <summary>Changes a delivery unless it has ended already (then the whole commit fails as a conflict).</summary>
    public sealed record UpdateDelivery(DeliveryKey Key, DeliveryState State, DateTimeOffset? NextAt, int Attempts, DateTimeOffset At, string? CauseCode = null, string? CausePlace = null, string? CauseText = null, Payload? Answer = null) : JournalWrite;

    /// <summary>Reopens an ended delivery (retry of a dead letter): pending, due now.</summary>
    public sealed record ReopenDelivery(DeliveryKey Key, DateTimeOffset NextAt) : JournalWrite;

    public sealed record InsertAttempt(AttemptRecord Attempt) : JournalWrite;

    /// <summary>Opens a work item. With <paramref name="OfCase"/> &gt;= 0 its case is the one of that <see cref="PutCase"/> of the same commit.</summary>
    public sealed record OpenWorkItem(WorkItemRecord Item, int OfCase = -1) : JournalWrite;

    public sealed record TakeWorkItem(long Id, string By) : JournalWrite;

    public sealed record CloseWorkItem(long Id, string By, string Why, DateTimeOffset At) : JournalWrite;

    /// <summary>Closes the work item of an identity, because what it asked for was done elsewhere. One that is done already, or was never opened, is no conflict.</summary>
    public sealed record CloseWorkItemOf(string Establishment, string Identity, string By, string Why, DateTimeOffset At) : JournalWrite;

    /// <summary>
    /// Puts a ledger entry, replacing one of the same (establishment, world, kind, key) unless that is of a message received later:
    /// an old message that is run again says nothing about today.
    /// </summary>
    public sealed record PutLedger(LedgerEntry Entry) : JournalWrite;

    /// <summary>
    /// Adds one to a counter of the ledger and forgets counts older than <paramref name="Since"/>. With an <paramref name="Identity"/> that has counted already nothing
    /// is added, and the count is told all the same: a stage that is decided again after a crash, a conflict or a retry counts once.
    /// </summary>
    public sealed record CountLedger(LedgerEntry Entry, DateTimeOffset Since, string? Identity = null) : JournalWrite;

    public sealed record RaiseEvent(CaseEvent Event) : JournalWrite;

    /// <summary>Makes a definition of cases known; a second one of the same id is ignored.</summary>
    public sealed record PutCaseDefinition(CaseDefinition Definition) : JournalWrite;

    /// <summary>
    /// Inserts a case (<paramref name="ExpectedRevision"/> 0) unless there is one of its key, or changes it if it still has that revision; else the whole commit fails as a conflict.
    /// </summary>
    public sealed record PutCase(CaseRecord Case, int ExpectedRevision) : JournalWrite;

    /// <summary>
    /// Adds an event to the history of a case: the one of that <see cref="PutCase"/> of the same commit. With <paramref name="OfAppend"/> &gt;= 0 its message is the one of that
    /// <see cref="Append"/>. The same identity a second time makes the whole commit fail as a conflict.
    /// </summary>
    public sealed record AddCaseEvent(CaseHistory Event, int OfCase, int OfAppend = -1) : JournalWrite;

    /// <summary>Counts a copy of an event that the history of a case has.</summary>
    public sealed record SeeCaseEvent(long Case, string Identity) : JournalWrite;

    /// <summary>The events that the engine raised up to and with this position have been brought to their cases.</summary>
    public sealed record AdvanceRaised(long Position) : JournalWrite;

    /// <summary>Stores a revision's content once; a second one of the same hash is ignored.</summary>
    public sealed record PutRevision(string Revision, ReadOnlyMemory<byte> Content, DateTimeOffset At) : JournalWrite;

    public sealed record ActivateRevision(string Revision, DateTimeOffset At, string By) : JournalWrite;

    /// <summary>A command with an id is carried out once: when the id is known the whole commit ends as <see cref="CommitKind.Repeated"/>.</summary>
    public sealed record RememberCommand(string CommandId, string What, string By, DateTimeOffset At) : JournalWrite;

    /// <summary>A ticket of an interactive call that is late; with <paramref name="OfHandling"/> as above.</summary>
    public sealed record PutTicket(string Ticket, long Handling, string? Peer, DateTimeOffset At, int OfHandling = -1) : JournalWrite;

    /// <summary>Adds a message to an aggregate's open group.</summary>
    public sealed record AddToGroup(string Establishment, string Route, string GroupKey, long Handling, DateTimeOffset At, DateTimeOffset ClosesAt) : JournalWrite;

    public sealed record CloseGroup(long Group, DateTimeOffset At) : JournalWrite;
}

/// <summary>How a commit ended.</summary>
public enum CommitKind
{
    Committed,

    /// <summary>A guard failed; nothing was written.</summary>
    Conflict,

    /// <summary>The command id was known; nothing was written.</summary>
    Repeated,
}

/// <summary>What a commit gave.</summary>
public sealed record CommitResult
{
    public required CommitKind Kind { get; init; }

    /// <summary>The accepted message of the same identity that an <see cref="JournalWrite.Append"/> met; 0 for none.</summary>
    public long Known { get; init; }

    /// <summary>Ids of the <see cref="JournalWrite.Append"/> writes, in order.</summary>
    public IReadOnlyList<long> Messages { get; init; } = [];

    /// <summary>Ids and states of the <see cref="JournalWrite.InsertHandling"/> writes, in order.</summary>
    public IReadOnlyList<HandlingCreated> Handlings { get; init; } = [];

    /// <summary>Handlings that this commit made ready because the one before them ended.</summary>
    public IReadOnlyList<HandlingCreated> Promoted { get; init; } = [];

    /// <summary>Ids of work items, in order of the writes.</summary>
    public IReadOnlyList<long> WorkItems { get; init; } = [];

    /// <summary>Lots that the commit opened or made ready.</summary>
    public IReadOnlyList<LotChange> Lots { get; init; } = [];

    /// <summary>The lot in which an invoice is live with other records, or that has the number of a lot that came; 0 for none.</summary>
    public long LiveIn { get; init; }

    /// <summary>True when the id of a file that came is known already.</summary>
    public bool FileKnown { get; init; }

    /// <summary>Counts after the <see cref="JournalWrite.CountLedger"/> writes, in order.</summary>
    public IReadOnlyList<long> Counts { get; init; } = [];
}

/// <summary>A handling that was inserted or promoted, with what the dispatcher needs to publish it.</summary>
public readonly record struct HandlingCreated(long Id, HandlingState State, int Lane, int Stage);
