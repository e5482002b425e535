using System.Globalization;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Core.Returns;
using Simphonie.Journal.Sql;
using Simphonie.Journal.Sql.Reading;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Keeps returns of payers, how far they were applied, and what waits for a decision.</summary>
internal sealed class ReturnWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _find = new(connection, ReturnSql.Find);
    private readonly Statement _insert = new(connection, ReturnSql.Insert);
    private readonly Statement _advance = new(connection, ReturnSql.Advance);
    private readonly Statement _money = new(connection, ReturnSql.KeepMoney);
    private readonly Statement _rejection = new(connection, ReturnSql.KeepRejection);
    private readonly Statement _park = new(connection, ReturnSql.Park);
    private readonly Statement _decide = new(connection, ReturnSql.Decide);
    private readonly Statement _countApplied = new(connection, ReturnSql.CountApplied);
    private readonly Statement _countGivenUp = new(connection, ReturnSql.CountGivenUp);

    /// <summary>False when the write's guard fails, null when it is no write of returns.</summary>
    public bool? Apply(JournalWrite write)
    {
        switch (write)
        {
            case JournalWrite.AddReturn add:
                return Add(add.Return);
            case JournalWrite.AdvanceReturn advance:
                return Advance(advance);
            case JournalWrite.KeepMoney keep:
                Keep(keep.Money);
                return true;
            case JournalWrite.KeepRejection keep:
                Keep(keep.Rejection);
                return true;
            case JournalWrite.ParkPart park:
                Park(park.Part);
                return true;
            case JournalWrite.DecidePart decide:
                return Decide(decide);
            default:
                return null;
        }
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _advance.Dispose();
        _money.Dispose();
        _rejection.Dispose();
        _park.Dispose();
        _decide.Dispose();
        _countApplied.Dispose();
        _countGivenUp.Dispose();
    }

    private static string? Text(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    private bool Add(ReturnRecord added)
    {
        var found = _find.Bind(added.Message).Bind(added.Establishment).Bind((long)added.World).Bind(added.Identity).Step() ? _find.Long(0) : 0;
        _find.Reset();
        if (found == added.Message)
        {
            return true;
        }

        if (found != 0 && added.Status == ReturnStatus.Applying)
        {
            return false;
        }

        _insert.Bind(added.Establishment).Bind((long)added.World).Bind(added.Identity).Bind(added.Reference).Bind(added.ContentHash.Span).Bind(added.Format).Bind(added.Schema)
            .Bind(added.Process).Bind(added.Reasons).Bind(added.Message).Bind((long)added.Status).Bind(added.Items).Bind(added.Total).Bind(added.CauseCode).Bind(added.CausePlace)
            .Bind(added.At).Run();
        return true;
    }

    private bool Advance(JournalWrite.AdvanceReturn write)
    {
        var tally = write.Added;
        return _advance.Bind(write.To).Bind((long)write.Status).Bind(write.At).Bind(write.CauseCode)
            .Bind(tally.Parts).Bind(tally.Rejected).Bind(tally.Deferred).Bind(tally.Unhandled).Bind(tally.Copies).Bind(tally.Parked).Bind(tally.GivenUp).Bind(tally.Answers)
            .Bind(tally.Paid).Bind(tally.Waiting).Bind(tally.Abandoned).Bind(tally.Money).Bind(tally.SinceTransfer)
            .Bind(write.Return).Bind(write.From).Run() == 1;
    }

    private void Keep(ReturnMoney money) =>
        _money.Bind(money.Return).Bind(money.Ordinal).Bind(money.Kind).Bind(money.Reference).Bind(money.Amount).Bind(money.Sum).Bind(Text(money.AccountedOn)).Run();

    private void Keep(KeptRejection kept) =>
        _rejection.Bind(kept.Return).Bind(kept.Ordinal).Bind(kept.Case).Bind(kept.Reason.Code).Bind(kept.Reason.Label).Bind(kept.Reason.Level)
            .Bind((long?)kept.Reason.Debtor).Bind(kept.Reason.Line).Bind(kept.Family).Run();

    private void Park(ParkedPart parked)
    {
        var part = parked.Part;
        _park.Bind(parked.Return).Bind(part.Ordinal).Bind(parked.Message).Bind(parked.Establishment).Bind((long)parked.World).Bind(parked.Process).Bind(parked.Case).Bind(parked.Identity)
            .Bind(part.Place.ToString()).Bind(part.Payee).Bind(part.Payer).Bind(part.Invoice).Bind(part.Complement).Bind(part.Lot).Bind(Text(part.LotDate)).Bind((long)part.Debtor)
            .Bind(part.Repetition).Bind(part.Asked).Bind((long)part.State).Bind(part.Paid).Bind(part.Insured).Bind(part.TransferReference).Bind(Text(part.AccountedOn)).Bind(part.Amc)
            .Bind(RejectionText.Write(part.Rejections)).Bind(parked.CauseCode).Bind(parked.Retries ? 1 : 0).Bind(parked.At).Run();
    }

    private bool Decide(JournalWrite.DecidePart write)
    {
        if (!_decide.Bind((long)write.State).Bind(write.By).Bind(write.Why).Bind(write.At).Bind(write.Id).Step())
        {
            _decide.Reset();
            return false;
        }

        var (of, paid, said) = (_decide.Long(0), _decide.Long(1), _decide.Long(2));
        _decide.Reset();
        if (write.State == ParkedState.Applied)
        {
            _countApplied.Bind(paid).Bind(said).Bind(of).Run();
        }
        else
        {
            _countGivenUp.Bind(paid).Bind(of).Run();
        }

        return true;
    }
}
