using Simphonie.Core.Journal;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Applies the writes of one commit in their order; stops at the first guard that fails.</summary>
internal sealed class SqliteCommit(PreparedCommit commit, MessageWriter messages, HandlingWriter handlings, DeliveryWriter deliveries, WorkWriter work, LedgerWriter ledger, CaseWriter cases, LotCommit lots, ReturnWriter returns)
{
    private static readonly CommitResult Conflict = new() { Kind = CommitKind.Conflict };
    private static readonly CommitResult Repeated = new() { Kind = CommitKind.Repeated };

    private readonly List<long> _messages = [];
    private readonly List<HandlingCreated> _handlings = [];
    private readonly List<HandlingCreated> _promoted = [];
    private readonly List<long> _workItems = [];
    private readonly List<long> _counts = [];
    private readonly List<long> _cases = [];
    private long _known;

    public CommitResult Apply()
    {
        for (var i = 0; i < commit.Writes.Count; i++)
        {
            if (commit.Writes[i] is JournalWrite.SetMessageState set)
            {
                i = SetStates(set, i);
            }
            else if (!Apply(commit.Writes[i], i))
            {
                return commit.Writes[i] is JournalWrite.RememberCommand ? Repeated : _known != 0 || lots.LiveIn != 0 || lots.FileKnown
                    ? Conflict with { Known = _known, LiveIn = lots.LiveIn, FileKnown = lots.FileKnown }
                    : Conflict;
            }
        }

        return new()
        {
            Kind = CommitKind.Committed,
            Messages = _messages,
            Handlings = _handlings,
            Promoted = _promoted,
            WorkItems = _workItems,
            Counts = _counts,
            Lots = lots.Changes,
        };
    }

    /// <summary>A page of neighbours that get one state is one statement. Gives the index of the last write that is done.</summary>
    private int SetStates(JournalWrite.SetMessageState first, int index)
    {
        var last = first;
        while (index + 1 < commit.Writes.Count && commit.Writes[index + 1] is JournalWrite.SetMessageState next && next == first with { Message = last.Message + 1 })
        {
            last = next;
            index++;
        }

        messages.SetState(first, last.Message);
        return index;
    }

    /// <summary>False when the write's guard fails.</summary>
    private bool Apply(JournalWrite write, int index)
    {
        switch (write)
        {
            case JournalWrite.Append append:
                _known = append.Once ? messages.KnownBefore(append.Message) : 0;
                if (_known != 0)
                {
                    return false;
                }

                _messages.Add(messages.AppendUnchecked(commit.Message(index)));
                if (append.OfCase >= 0)
                {
                    cases.AddMessage(_messages[^1], _cases[append.OfCase]);
                }

                return true;
            case JournalWrite.AdvanceSequencer advance:
                messages.Advance(advance);
                return true;
            case JournalWrite.InsertHandling insert:
                _handlings.Add(handlings.Insert(insert.Handling, insert.OfAppend >= 0 ? _messages[insert.OfAppend] : insert.Handling.Message, commit.Text(index)));
                return true;
            case JournalWrite.UpdateHandling update:
                return handlings.Update(update, _promoted);
            case JournalWrite.InsertStage insert:
                handlings.InsertStage(insert.Stage, HandlingOf(insert.OfHandling, insert.Stage.Handling), insert.Failed, commit.Text(index));
                return true;
            case JournalWrite.InsertDelivery insert:
                deliveries.Insert(insert.Delivery, HandlingOf(insert.OfHandling, insert.Delivery.Key.Handling));
                return true;
            case JournalWrite.UpdateDelivery update:
                return deliveries.Update(update);
            case JournalWrite.ReopenDelivery reopen:
                return deliveries.Reopen(reopen);
            case JournalWrite.InsertAttempt insert:
                deliveries.InsertAttempt(insert.Attempt);
                return true;
            default:
                return ApplyBeside(write);
        }
    }

    private bool ApplyBeside(JournalWrite write)
    {
        switch (write)
        {
            case JournalWrite.OpenWorkItem open:
                _workItems.Add(work.Open(open.Item, open.OfCase >= 0 ? _cases[open.OfCase] : open.Item.Case));
                return true;
            case JournalWrite.TakeWorkItem take:
                return work.Take(take);
            case JournalWrite.CloseWorkItem close:
                return work.Close(close);
            case JournalWrite.CloseWorkItemOf close:
                work.Close(close);
                return true;
            case JournalWrite.RememberCommand remember:
                return work.Remember(remember);
            case JournalWrite.PutTicket put:
                work.PutTicket(put, HandlingOf(put.OfHandling, put.Handling));
                return true;
            case JournalWrite.AddToGroup add:
                work.AddToGroup(add);
                return true;
            case JournalWrite.CloseGroup close:
                return work.CloseGroup(close);
            case JournalWrite.PutLedger put:
                ledger.Put(put.Entry);
                return true;
            case JournalWrite.CountLedger count:
                _counts.Add(ledger.Count(count));
                return true;
            case JournalWrite.RaiseEvent raise:
                ledger.Raise(raise.Event);
                return true;
            case JournalWrite.PutRevision put:
                ledger.PutRevision(put);
                return true;
            case JournalWrite.ActivateRevision activate:
                ledger.Activate(activate);
                return true;
            default:
                return ApplyToCase(write);
        }
    }

    private bool ApplyToCase(JournalWrite write)
    {
        switch (write)
        {
            case JournalWrite.PutCaseDefinition put:
                cases.PutDefinition(put.Definition);
                return true;
            case JournalWrite.PutCase put:
                _cases.Add(cases.Put(put));
                return _cases[^1] != 0;
            case JournalWrite.AddCaseEvent add:
                return cases.Add(add.Event, _cases[add.OfCase], add.OfAppend >= 0 ? _messages[add.OfAppend] : add.Event.Message);
            case JournalWrite.SeeCaseEvent see:
                cases.See(see);
                return true;
            case JournalWrite.AdvanceRaised advance:
                cases.Advance(advance);
                return true;
            default:
                return lots.Apply(write, _messages) ?? returns.Apply(write) ?? throw new ArgumentException($"the journal does not know the write {write.GetType().Name}.", nameof(write));
        }
    }

    private long HandlingOf(int ordinal, long id) => ordinal >= 0 ? _handlings[ordinal].Id : id;
}
