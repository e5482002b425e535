using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>The reader of any SQL journal. Queries are short and local, so they run on the caller's thread.</summary>
internal sealed class SqlJournalReader(SqlSource source, UnsequencedWindow? unsequenced = null) : IJournalReader
{
    private readonly MessageQueries _messages = new(source);
    private readonly HandlingQueries _handlings = new(source);
    private readonly DeliveryQueries _deliveries = new(source);
    private readonly WorkQueries _work = new(source);
    private readonly LedgerQueries _ledger = new(source);
    private readonly MentionQueries _mentions = new(source);

    public ICaseReader Cases { get; } = new CaseQueries(source);
    public ILotReader Lots { get; } = new LotQueries(source);

    public IReturnReader Returns { get; } = new ReturnQueries(source);

    public ValueTask<MessageRecord?> MessageAsync(long id, CancellationToken cancellationToken) => new(_messages.One(id, cancellationToken));

    public ValueTask<IReadOnlyList<MessageRecord>> UnsequencedAsync(int limit, CancellationToken cancellationToken) =>
        new(unsequenced is not null && unsequenced.TryRead(limit, out var waiting) ? waiting : _messages.Unsequenced(limit, cancellationToken));

    public ValueTask<IReadOnlyList<MessageRecord>> MessagesAsync(MessageQuery query, CancellationToken cancellationToken) =>
        new(_messages.Page(query, cancellationToken));

    public ValueTask<HandlingRecord?> HandlingAsync(long id, CancellationToken cancellationToken) => new(_handlings.One(id, cancellationToken));

    public ValueTask<IReadOnlyList<HandlingRecord>> HandlingsOfAsync(long message, CancellationToken cancellationToken) =>
        new(_handlings.OfMessage(message, cancellationToken));

    public ValueTask<IReadOnlyList<HandlingRecord>> HandlingsInAsync(HandlingState state, long after, int limit, CancellationToken cancellationToken) =>
        new(_handlings.InState(state, after, limit, cancellationToken));

    public ValueTask<HandlingRecord?> HolderAsync(long handling, CancellationToken cancellationToken) =>
        new(_handlings.Holder(handling, cancellationToken));

    public ValueTask<IReadOnlyList<HandlingRecord>> ExpiredAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        new(_handlings.Expired(now, limit, cancellationToken));

    public ValueTask<IReadOnlyList<DeadLetterGroup>> DeadLetterGroupsAsync(CancellationToken cancellationToken, bool released = false) =>
        new(_deliveries.DeadLetters(released, cancellationToken));

    public ValueTask<IReadOnlyList<StageRecord>> StagesAsync(long handling, CancellationToken cancellationToken) =>
        new(_handlings.Stages(handling, cancellationToken));

    public ValueTask<DeliveryRecord?> DeliveryAsync(DeliveryKey key, CancellationToken cancellationToken) => new(_deliveries.One(key, cancellationToken));

    public ValueTask<IReadOnlyList<DeliveryRecord>> DeliveriesOfAsync(long handling, CancellationToken cancellationToken) =>
        new(_deliveries.OfHandling(handling, cancellationToken));

    public ValueTask<IReadOnlyList<DeliveryRecord>> DueAsync(string endpoint, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        new(_deliveries.Due(endpoint, now, limit, cancellationToken));

    public ValueTask<DateTimeOffset?> NextDueAsync(string endpoint, DateTimeOffset after, CancellationToken cancellationToken) =>
        new(_deliveries.NextDue(endpoint, after, cancellationToken));

    public ValueTask<IReadOnlyList<PendingEndpoint>> PendingByEndpointAsync(CancellationToken cancellationToken) =>
        new(_deliveries.PendingByEndpoint(cancellationToken));

    public ValueTask<IReadOnlyList<DeliveryRecord>> InterruptedAsync(int limit, CancellationToken cancellationToken) =>
        new(_deliveries.Interrupted(limit, cancellationToken));

    public ValueTask<IReadOnlyList<AttemptRecord>> AttemptsAsync(DeliveryKey key, CancellationToken cancellationToken) =>
        new(_deliveries.Attempts(key, cancellationToken));

    public ValueTask<IReadOnlyList<WorkItemRecord>> WorkItemsAsync(WorkItemQuery query, CancellationToken cancellationToken) =>
        new(_work.Items(query, cancellationToken));

    public ValueTask<LedgerEntry?> LedgerAsync(string establishment, World world, string kind, string key, CancellationToken cancellationToken) =>
        new(_ledger.Entry(establishment, world, kind, key, cancellationToken));

    public ValueTask<LedgerEntry?> LedgerAfterAsync(LedgerQuery query, CancellationToken cancellationToken) => new(_ledger.After(query, cancellationToken));

    public ValueTask<PendingMention?> PendingMentionAsync(MentionQuery query, CancellationToken cancellationToken) => new(_mentions.First(query, cancellationToken));

    public ValueTask<IReadOnlyList<CaseEvent>> EventsAsync(long message, CancellationToken cancellationToken) =>
        new(_ledger.Events(message, cancellationToken));

    public ValueTask<ReadOnlyMemory<byte>?> RevisionAsync(string revision, CancellationToken cancellationToken) =>
        new(_ledger.Revision(revision, cancellationToken));

    public ValueTask<IReadOnlyList<RevisionRecord>> RevisionsAsync(int limit, CancellationToken cancellationToken) =>
        new(_ledger.Revisions(limit, cancellationToken));

    public ValueTask<long?> TicketAsync(string ticket, string? peer, CancellationToken cancellationToken) =>
        new(_work.Ticket(ticket, peer, cancellationToken));

    public ValueTask<long?> NewerDeliveredAsync(long handling, CancellationToken cancellationToken) =>
        new(_handlings.NewerDelivered(handling, cancellationToken));

    public ValueTask<IReadOnlyList<AggregateGroup>> DueGroupsAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        new(_work.DueGroups(now, limit, cancellationToken));

    public ValueTask<AggregateGroup?> GroupOfAsync(long handling, CancellationToken cancellationToken) => new(_work.GroupOf(handling, cancellationToken));

    public ValueTask<JournalFigures> FiguresAsync(CancellationToken cancellationToken) => new(_work.Figures(cancellationToken));
}
