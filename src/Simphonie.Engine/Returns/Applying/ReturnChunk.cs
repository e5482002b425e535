using Simphonie.Core.Journal;
using Simphonie.Core.Returns;

namespace Simphonie.Engine.Returns.Applying;

/// <summary>One commit of a return: its writes, and what they add to the tally. The sum since the last transfer is as it is after them.</summary>
internal sealed class ReturnChunk(ReturnRecord of)
{
    private ReturnTally _added = new() { SinceTransfer = of.Tally.SinceTransfer };

    public ReturnRecord Of { get; } = of;

    public List<JournalWrite> Writes { get; } = [];

    /// <summary>The write that goes on with the return to an ordinal.</summary>
    public JournalWrite.AdvanceReturn Advance(long to, ReturnStatus status, DateTimeOffset at, string? cause = null) => new(Of.Id, Of.Applied, to, _added, status, at, cause);

    /// <summary>The same with the status that follows: what was verified and has no item left is complete.</summary>
    public JournalWrite.AdvanceReturn Advance(long to, DateTimeOffset at) => Advance(to, StatusAt(to), at);

    /// <summary>The return as it is after the commit.</summary>
    public ReturnRecord After(long to) => Of with { Applied = to, Status = StatusAt(to), Tally = new() { SinceTransfer = _added.SinceTransfer } };

    private ReturnStatus StatusAt(long to) => to == Of.Items ? ReturnStatus.Complete : ReturnStatus.Applying;

    public void CountAnswer() => _added = _added with { Answers = _added.Answers + 1 };

    public void CountUnhandled() => _added = _added with { Unhandled = _added.Unhandled + 1 };

    /// <summary>The transfer holds the money whether its case has it already or not.</summary>
    public void CountCopy(ReturnItem.Part part) => _added = _added with { Copies = _added.Copies + 1, SinceTransfer = _added.SinceTransfer + part.Paid };

    public void CountApplied(ReturnItem.Part part) => _added = _added with
    {
        Parts = _added.Parts + 1,
        Rejected = _added.Rejected + (part.State == PartState.Rejected ? 1 : 0),
        Deferred = _added.Deferred + (part.State == PartState.Deferred ? 1 : 0),
        Paid = _added.Paid + part.Paid,
        SinceTransfer = _added.SinceTransfer + part.Paid,
    };

    public void CountParked(ReturnItem.Part part) => _added = _added with
    {
        Parked = _added.Parked + 1,
        Waiting = _added.Waiting + part.Paid,
        SinceTransfer = _added.SinceTransfer + part.Paid,
    };

    public void Keep(ReturnItem.Money money)
    {
        _added = _added with { Money = _added.Money + money.Amount, SinceTransfer = _added.SinceTransfer + (money.TransferReference is null ? 0 : money.Amount) };
        Writes.Add(new JournalWrite.KeepMoney(new() { Return = Of.Id, Ordinal = money.Ordinal, Kind = money.Kind, Reference = money.Reference, Amount = money.Amount }));
    }

    /// <summary>Keeps a transfer with the sum of what stands under it; the next one begins at nothing.</summary>
    public ReturnMoney Keep(ReturnItem.Transfer transfer)
    {
        var kept = new ReturnMoney
        {
            Return = Of.Id,
            Ordinal = transfer.Ordinal,
            Kind = ReturnMoney.TransferKind,
            Reference = transfer.Reference,
            Amount = transfer.Amount,
            Sum = _added.SinceTransfer,
            AccountedOn = transfer.AccountedOn,
        };
        _added = _added with { SinceTransfer = 0 };
        Writes.Add(new JournalWrite.KeepMoney(kept));
        return kept;
    }
}
