using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>A parked part as it is read.</summary>
internal sealed class ParkedRow
{
    public const string Columns =
        """
        id as Id, return as Return, ordinal as Ordinal, message as Message, establishment as Establishment, world as World, process as Process, case_key as CaseKey, identity as Identity,
            place as Place, payee as Payee, payer as Payer, invoice as Invoice, complement as Complement, lot as Lot, lot_date as LotDate, debtor as Debtor, repetition as Repetition,
            asked as Asked, said as Said, paid as Paid, insured as Insured, transfer as Transfer, accounted_on as AccountedOn, amc as Amc, rejections as Rejections,
            cause_code as CauseCode, retries as Retries, state as State, at as At, decided_by as DecidedBy, decided_at as DecidedAt, why as Why
        """;

    public long Id { get; set; }

    public long Return { get; set; }

    public long Ordinal { get; set; }

    public long Message { get; set; }

    public string Establishment { get; set; } = "";

    public long World { get; set; }

    public string Process { get; set; } = "";

    public string CaseKey { get; set; } = "";

    public string Identity { get; set; } = "";

    public string Place { get; set; } = "";

    public string Payee { get; set; } = "";

    public string Payer { get; set; } = "";

    public string Invoice { get; set; } = "";

    public string Complement { get; set; } = "";

    public long Lot { get; set; }

    public string? LotDate { get; set; }

    public long Debtor { get; set; }

    public long Repetition { get; set; }

    public long Asked { get; set; }

    public long Said { get; set; }

    public long Paid { get; set; }

    public string Insured { get; set; } = "";

    public string? Transfer { get; set; }

    public string? AccountedOn { get; set; }

    public string? Amc { get; set; }

    public string? Rejections { get; set; }

    public string CauseCode { get; set; } = "";

    public long Retries { get; set; }

    public long State { get; set; }

    public long At { get; set; }

    public string? DecidedBy { get; set; }

    public long? DecidedAt { get; set; }

    public string? Why { get; set; }

    public ParkedPart Part() => new()
    {
        Id = Id,
        Return = Return,
        Message = Message,
        Establishment = Establishment,
        World = (World)World,
        Process = Process,
        Case = CaseKey,
        Identity = Identity,
        Part = new()
        {
            Ordinal = Ordinal,
            Place = Core.Diagnostics.Place.InMessage(Place),
            Payee = Payee,
            Payer = Payer,
            Invoice = Invoice,
            Complement = Complement,
            Lot = (int)Lot,
            LotDate = Day(LotDate),
            Debtor = (DebtorPart)Debtor,
            Repetition = (int)Repetition,
            Asked = Asked,
            State = (PartState)Said,
            Paid = Paid,
            Insured = Insured,
            TransferReference = Transfer,
            AccountedOn = Day(AccountedOn),
            Amc = Amc,
            Rejections = RejectionText.Read(Rejections),
        },
        CauseCode = CauseCode,
        Retries = Retries != 0,
        State = (ParkedState)State,
        At = SqlSource.Time(At),
        DecidedBy = DecidedBy,
        DecidedAt = SqlSource.Time(DecidedAt),
        Why = Why,
    };

    public static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
