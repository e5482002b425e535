using Simphonie.Core.Journal;
using Simphonie.Core.Lots;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Applies the writes of one commit that are of the book of lots.</summary>
internal sealed class LotCommit(LotWriter lots, LotCloseWriter closings, LotEnterWriter entries)
{
    private readonly List<LotChange> _changes = [];

    public IReadOnlyList<LotChange> Changes => _changes;

    /// <summary>The lot in which an invoice is live with other records; 0 for none.</summary>
    public long LiveIn { get; private set; }

    public bool FileKnown { get; private set; }

    /// <summary>False when the write's guard fails, null when it is no write of lots.</summary>
    public bool? Apply(JournalWrite write, List<long> messages)
    {
        switch (write)
        {
            case JournalWrite.AddToLot add:
                LiveIn = lots.Add(add.Addition, _changes);
                return LiveIn == 0;
            case JournalWrite.EnterLot enter:
                LiveIn = entries.Enter(enter.Lot, messages[enter.Lot.OfAppend]);
                return LiveIn == 0;
            case JournalWrite.ReserveFile reserve:
                FileKnown = !closings.Reserve(reserve, messages[reserve.OfAppend]);
                return !FileKnown;
            case JournalWrite.EndLot end:
                return lots.End(end, _changes);
            case JournalWrite.CloseLot close:
                return closings.Close(close.Closing, messages[close.Closing.OfAppend]);
            case JournalWrite.MoveLot move:
                return closings.Move(move);
            case JournalWrite.RecastLot recast:
                return closings.Recast(recast, _changes);
            case JournalWrite.TakeOutOfLot take:
                return lots.TakeOut(take);
            case JournalWrite.EndInvoice end:
                lots.EndInvoice(end);
                return true;
            case JournalWrite.SettleLot settle:
                return closings.Settle(settle);
            case JournalWrite.AdvanceLots advance:
                closings.Advance(advance.Mark);
                return true;
            default:
                return null;
        }
    }
}
