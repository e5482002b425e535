using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Makes all answers to a file: its acknowledgement, its return, and the later return of what is left. Pure.</summary>
internal sealed class AnswerMaker(AmoForms forms, AmoSettings settings)
{
    private const string Later = "rest";

    private readonly ReturnPlan _plan = new(new Decisions(settings), settings.PartlyPaidPercent);
    private readonly AcknowledgementComposer _acknowledgements = new(forms.Acknowledgements);
    private readonly ReturnComposer _returns = new(forms.Returns);

    /// <summary>Null when a number or total does not fit its field.</summary>
    public Answers? Make(SentFile file, DateTimeOffset now)
    {
        var early = settings.Faults.ReturnBeforeAcknowledgement;
        var acknowledgedAt = now + (early ? settings.ReturnAfter : settings.AcknowledgeAfter);
        var returnedAt = now + (early ? settings.AcknowledgeAfter : settings.ReturnAfter);
        var refusals = file.Lots.ToDictionary(lot => lot, lot => LotRefusal.Of(lot, file.Head.FileId, Day(now), settings));
        var answers = new Answers([.. file.Lots.Where(lot => refusals[lot] is null)], [.. refusals.Values.OfType<LotRefusal>()]);
        var id = file.Head.AnswerId();
        if (!Add(answers, "arl", id, acknowledgedAt, _acknowledgements.Compose(file, lot => refusals[lot], Day(acknowledgedAt))))
        {
            return null;
        }

        if (answers.Accepted.Count == 0)
        {
            return answers;
        }

        var first = PlannedFaults.In(_plan.First(answers.Accepted), settings.Faults);
        var rest = settings.RestAfter > TimeSpan.Zero ? _plan.Rest(answers.Accepted) : [];
        return AddReturn(answers, file, "", "noemie", returnedAt, first)
            && (rest.Count == 0 || AddReturn(answers, file, Later, $"{Later}-noemie", returnedAt + settings.RestAfter, rest)) ? answers : null;
    }

    private bool AddReturn(Answers answers, SentFile file, string which, string name, DateTimeOffset due, IReadOnlyList<ReturnLot> plan)
    {
        var id = file.Head.AnswerId(which);
        var bytes = _returns.Compose(file, id, plan, payee => OtherMoney.Of(settings, payee, id), Day(due));
        if (bytes is not null && settings.Faults.WrongTotal)
        {
            WrongTotal.Put(bytes);
        }

        return Add(answers, name, id, due, bytes) && (!settings.Faults.SameReturnTwice || Add(answers, $"again-{name}", id, due, bytes));
    }

    private static bool Add(Answers answers, string name, string id, DateTimeOffset due, byte[]? bytes)
    {
        if (bytes is not null)
        {
            answers.Files.Add(new(id, name, due, bytes));
        }

        return bytes is not null;
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

/// <summary>What a file is answered with.</summary>
/// <param name="Accepted">Lots that returns speak of.</param>
/// <param name="Refused">Why each of the others is refused.</param>
internal sealed record Answers(IReadOnlyList<SentLot> Accepted, IReadOnlyList<LotRefusal> Refused)
{
    public List<AnswerFile> Files { get; } = [];
}

/// <summary>One answer.</summary>
/// <param name="Id">Its file id.</param>
/// <param name="Name">What it is: <c>arl</c>, <c>noemie</c> …</param>
/// <param name="Due">When it appears.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record AnswerFile(string Id, string Name, DateTimeOffset Due, byte[] Bytes);
