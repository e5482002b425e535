using Simphonie.Core.Lots;

namespace Simphonie.Core.Journal;

/// <content>Writes of the book of lots.</content>
public abstract partial record JournalWrite
{
    /// <summary>
    /// Puts an invoice into the open lot of its group; a lot that it does not fit into becomes ready and another one is opened: see <see cref="CommitResult.Lots"/>.
    /// An invoice that is live or spent with the same records already is absorbed, so that a copy or a replay has no effect;
    /// with other records the whole commit fails as a conflict, with <see cref="CommitResult.LiveIn"/>.
    /// </summary>
    public sealed record AddToLot(LotAddition Addition) : JournalWrite;

    /// <summary>Ends an open lot: it takes no more invoices and is ready to be closed, or held. One that is held is released. Fails as a conflict for a lot in another state, or an empty one.</summary>
    public sealed record EndLot(long Lot, DateTimeOffset At) : JournalWrite;

    /// <summary>
    /// Closes a ready lot with what it is given. Fails as a conflict when it has changed, when its number is taken at the recipient, its file id is known,
    /// or the series has come further meanwhile.
    /// </summary>
    public sealed record CloseLot(LotClosing Closing) : JournalWrite;

    /// <summary>
    /// Enters a lot that came with its number as closed. Fails as a conflict, with <see cref="CommitResult.LiveIn"/>, when its number is taken at the recipient or one of
    /// its invoices is live or spent: the other lot is told.
    /// </summary>
    public sealed record EnterLot(LotEntering Lot) : JournalWrite;

    /// <summary>Reserves the id of a file that came made. Fails as a conflict, with <see cref="CommitResult.FileKnown"/>, when the series has it already.</summary>
    public sealed record ReserveFile(LotSeries Series, string FileId, int OfAppend, DateTimeOffset At) : JournalWrite;

    /// <summary>Moves a closed lot on, if it still has the version: sent, acknowledged.</summary>
    public sealed record MoveLot(long Lot, int Version, LotState State, DateTimeOffset At, string? Cause = null) : JournalWrite;

    /// <summary>
    /// Ends a closed lot as <see cref="LotState.Refused"/> or <see cref="LotState.Reopened"/> and puts its live invoices, with their records, into a new ready lot:
    /// see <see cref="CommitResult.Lots"/>. The old rows stay as history.
    /// </summary>
    public sealed record RecastLot(long Lot, int Version, LotState State, bool Hold, DateTimeOffset At, string? Cause) : JournalWrite;

    /// <summary>Takes a live invoice out of a lot that is open or ready; its row stays as history. Fails as a conflict when it is in none.</summary>
    public sealed record TakeOutOfLot(string Establishment, Messages.World World, InvoiceKey Key, DateTimeOffset At) : JournalWrite;

    /// <summary>Nothing of an invoice is open any more: its number is spent, and its lot is settled with the last of its invoices. Nothing happens when it is not live.</summary>
    public sealed record EndInvoice(string Establishment, Messages.World World, InvoiceKey Key, DateTimeOffset At) : JournalWrite;

    /// <summary>Settles a lot that was sent, with all that is live in it: a human has decided.</summary>
    public sealed record SettleLot(long Lot, int Version, DateTimeOffset At, string Cause) : JournalWrite;

    /// <summary>Brings a series forward to where another record of it says that it has come. Never back.</summary>
    public sealed record AdvanceLots(LotMark Mark) : JournalWrite;
}
