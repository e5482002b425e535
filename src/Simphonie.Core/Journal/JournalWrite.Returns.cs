using Simphonie.Core.Returns;

namespace Simphonie.Core.Journal;

public abstract partial record JournalWrite
{
    /// <summary>
    /// Keeps a return; one for each message, a second time changes nothing. One that is to be applied fails as a conflict when another of its
    /// (establishment, world, identity) was or is being applied.
    /// </summary>
    public sealed record AddReturn(ReturnRecord Return) : JournalWrite;

    /// <summary>Goes on with a return that is being applied, if exactly the items before <paramref name="From"/> have been dealt with; else the whole commit fails as a conflict.</summary>
    /// <param name="Return">Its id.</param>
    /// <param name="From">Items that have been dealt with before.</param>
    /// <param name="To">Items that have been dealt with after this commit.</param>
    /// <param name="Added">What this commit adds to the tally; <see cref="ReturnTally.SinceTransfer"/> alone is as it is after it.</param>
    /// <param name="Status">Status after it.</param>
    /// <param name="At">When.</param>
    /// <param name="CauseCode">Why it is halted.</param>
    public sealed record AdvanceReturn(long Return, long From, long To, ReturnTally Added, ReturnStatus Status, DateTimeOffset At, string? CauseCode = null) : JournalWrite;

    /// <summary>Keeps a transfer, a deduction or a single payment.</summary>
    public sealed record KeepMoney(ReturnMoney Money) : JournalWrite;

    /// <summary>Keeps a reason of rejection.</summary>
    public sealed record KeepRejection(KeptRejection Rejection) : JournalWrite;

    /// <summary>Parks a part.</summary>
    public sealed record ParkPart(ParkedPart Part) : JournalWrite;

    /// <summary>Ends a parked part and counts it with its return as what it has become. Fails as a conflict when it does not wait any more.</summary>
    public sealed record DecidePart(long Id, ParkedState State, string By, string Why, DateTimeOffset At) : JournalWrite;
}
