using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;

namespace Simphonie.Core.Journal;

/// <summary>Reads the journal page by page; no call returns more than its limit. Never waits for the writer.</summary>
public interface IJournalReader
{
    /// <summary>Business cases.</summary>
    ICaseReader Cases { get; }
    /// <summary>The book of lots.</summary>
    ILotReader Lots { get; }

    /// <summary>Returns of payers.</summary>
    IReturnReader Returns { get; }

    ValueTask<MessageRecord?> MessageAsync(long id, CancellationToken cancellationToken);

    /// <summary>Messages after the sequencer's position, in journal order, payloads included.</summary>
    ValueTask<IReadOnlyList<MessageRecord>> UnsequencedAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Messages newest first, without payloads.</summary>
    ValueTask<IReadOnlyList<MessageRecord>> MessagesAsync(MessageQuery query, CancellationToken cancellationToken);

    ValueTask<HandlingRecord?> HandlingAsync(long id, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<HandlingRecord>> HandlingsOfAsync(long message, CancellationToken cancellationToken);

    /// <summary>Handlings in a state, by id after <paramref name="after"/>.</summary>
    ValueTask<IReadOnlyList<HandlingRecord>> HandlingsInAsync(HandlingState state, long after, int limit, CancellationToken cancellationToken);

    /// <summary>The unfinished handling that holds this one's key, null when none does.</summary>
    ValueTask<HandlingRecord?> HolderAsync(long handling, CancellationToken cancellationToken);

    /// <summary>Handlings whose <c>expires</c> has passed and that have not ended.</summary>
    ValueTask<IReadOnlyList<HandlingRecord>> ExpiredAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Dead letters (dead or unknown handlings) grouped by cause code, place and endpoint; with <paramref name="released"/> those too that were released and not given up since, in groups of their own.</summary>
    ValueTask<IReadOnlyList<DeadLetterGroup>> DeadLetterGroupsAsync(CancellationToken cancellationToken, bool released = false);

    ValueTask<IReadOnlyList<StageRecord>> StagesAsync(long handling, CancellationToken cancellationToken);

    ValueTask<DeliveryRecord?> DeliveryAsync(DeliveryKey key, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<DeliveryRecord>> DeliveriesOfAsync(long handling, CancellationToken cancellationToken);

    /// <summary>Pending deliveries of an endpoint that are due, oldest first, without bodies.</summary>
    ValueTask<IReadOnlyList<DeliveryRecord>> DueAsync(string endpoint, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>The earliest time after an instant at which a pending delivery of an endpoint is due; null for none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(string endpoint, DateTimeOffset after, CancellationToken cancellationToken);

    /// <summary>How many deliveries are pending for each endpoint that any is pending for.</summary>
    ValueTask<IReadOnlyList<PendingEndpoint>> PendingByEndpointAsync(CancellationToken cancellationToken);

    /// <summary>Deliveries left in <see cref="DeliveryState.Sending"/> by a crash.</summary>
    ValueTask<IReadOnlyList<DeliveryRecord>> InterruptedAsync(int limit, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<AttemptRecord>> AttemptsAsync(DeliveryKey key, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<WorkItemRecord>> WorkItemsAsync(WorkItemQuery query, CancellationToken cancellationToken);

    ValueTask<LedgerEntry?> LedgerAsync(string establishment, World world, string kind, string key, CancellationToken cancellationToken);

    /// <summary>The first entry, by kind and then newest first, of any of the kinds under any of the keys that is of a message after the given one; null for none.</summary>
    ValueTask<LedgerEntry?> LedgerAfterAsync(LedgerQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// The oldest message after the given one that has one of the keys and is not dealt with: not sequenced yet, or with an unfinished handling on one of the routes.
    /// Null for none. One indexed look at each key.
    /// </summary>
    ValueTask<PendingMention?> PendingMentionAsync(MentionQuery query, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<CaseEvent>> EventsAsync(long message, CancellationToken cancellationToken);

    /// <summary>The content of a revision, null when unknown.</summary>
    ValueTask<ReadOnlyMemory<byte>?> RevisionAsync(string revision, CancellationToken cancellationToken);

    /// <summary>Activated revisions, newest first.</summary>
    ValueTask<IReadOnlyList<RevisionRecord>> RevisionsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Handling of an interactive ticket, if that peer owns it.</summary>
    ValueTask<long?> TicketAsync(string ticket, string? peer, CancellationToken cancellationToken);

    /// <summary>The newest handling of the same (establishment, route, key) after this one that delivered something; null when none did.</summary>
    ValueTask<long?> NewerDeliveredAsync(long handling, CancellationToken cancellationToken);

    /// <summary>Open groups of aggregates that are due or full, with their members in order.</summary>
    ValueTask<IReadOnlyList<AggregateGroup>> DueGroupsAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    ValueTask<AggregateGroup?> GroupOfAsync(long handling, CancellationToken cancellationToken);

    ValueTask<JournalFigures> FiguresAsync(CancellationToken cancellationToken);
}

/// <summary>What messages to list. All given conditions hold together; times are half-open [From, To).</summary>
public sealed record MessageQuery
{
    public string? Establishment { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public string? Channel { get; init; }

    public MessageState? State { get; init; }

    public string? Type { get; init; }

    public string? ControlId { get; init; }

    public string? Correlation { get; init; }

    /// <summary>Key by value; an identity is compared by its pseudonym.</summary>
    public BusinessKey? Key { get; init; }

    /// <summary>True: <see cref="Key"/> is the identifier alone, and its values have an authority after it (<c>24000006^^^CHU-X</c>). Not for identities.</summary>
    public bool AnyAuthority { get; init; }

    /// <summary>Only messages with an id below this one: the next page.</summary>
    public long? Before { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>What entries of the ledger to look for. Keys are stand-ins already.</summary>
public sealed record LedgerQuery(string Establishment, World World, IReadOnlyList<string> Kinds, IReadOnlyList<string> Keys, long After);

/// <summary>What messages to look for that are not dealt with. Keys are as messages write them; identities are compared by their stand-in.</summary>
public sealed record MentionQuery(string Establishment, World World, long After, IReadOnlyList<BusinessKey> Keys, IReadOnlyList<string> Routes);

/// <summary>A message that is not dealt with; its unfinished handling, null while it is not sequenced.</summary>
public sealed record PendingMention(long Message, long? Handling);

/// <summary>What work items to list, newest first.</summary>
public sealed record WorkItemQuery(bool OpenOnly = true, string? Code = null, long? Before = null, int Limit = 50, long? Id = null);

/// <summary>Dead letters of one cause.</summary>
public sealed record DeadLetterGroup(string CauseCode, string? CausePlace, string? Endpoint, long Count, DateTimeOffset First, DateTimeOffset Last, IReadOnlyList<long> Sample)
{
    /// <summary>When the last of a group of released ones was released; null for a group that is still dead.</summary>
    public DateTimeOffset? Released { get; init; }
}

/// <summary>Deliveries that wait for one endpoint.</summary>
public sealed record PendingEndpoint(string Endpoint, long Count);

/// <summary>An activated definition revision.</summary>
public sealed record RevisionRecord(string Revision, DateTimeOffset StoredAt, DateTimeOffset? ActivatedAt, string? By);

/// <summary>An open group of an aggregate step.</summary>
public sealed record AggregateGroup(long Id, string Establishment, string Route, string GroupKey, DateTimeOffset ClosesAt, IReadOnlyList<long> Handlings);

/// <summary>Counts for health and lists.</summary>
public sealed record JournalFigures(long Messages, long Unsequenced, long Ready, long Held, long Waiting, long Dead, long Unknown, long OpenWorkItems, long PendingDeliveries);
