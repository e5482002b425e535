using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Returns.Matching;

/// <summary>
/// Brings parts of returns to their cases, hundreds at once. A part that does not agree with its case, or that the case does not take to the cent, is left out and
/// parked: what is paid in cases is what was paid in returns, at all times.
/// </summary>
internal sealed class PartBook(IJournal journal, CaseBook cases)
{
    /// <summary>Decides about all of them over the cases as they are now; commits nothing.</summary>
    public async ValueTask<PartOutcome> DecideAsync(
        string establishment, World world, string process, IReadOnlyList<NamedPart> parts, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var fates = new PartFate[parts.Count];
        var holdings = new CaseHoldings[parts.Count];
        var going = await MatchAsync(establishment, world, process, parts, fates, holdings, cancellationToken).ConfigureAwait(false);
        while (going.Count > 0)
        {
            var events = going.ConvertAll(index => PartEvent.Of(parts[index], holdings[index], establishment, world, process, at));
            var batch = await cases.ApplyAsync(events, cancellationToken).ConfigureAwait(false);
            if (Judge(parts, going, holdings, batch.Fates, fates) is not { Count: > 0 } refused)
            {
                return new(fates, batch.Writes);
            }

            // What a case does not take must not stay in its history either: it is brought there when somebody has decided.
            going.RemoveAll(refused.Contains);
        }

        return new(fates, []);
    }

    /// <summary>Compares each part with its case; returns the places of those that agree.</summary>
    private async ValueTask<List<int>> MatchAsync(
        string establishment, World world, string process, IReadOnlyList<NamedPart> parts, PartFate[] fates, CaseHoldings[] holdings, CancellationToken cancellationToken)
    {
        var questions = new CaseQuestion[parts.Count];
        for (var i = 0; i < questions.Length; i++)
        {
            questions[i] = new(parts[i].Case, parts[i].Identity);
        }

        var going = new List<int>(parts.Count);
        var answers = await journal.Reader.Cases.LookUpAsync(establishment, world, process, questions, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < questions.Length; i++)
        {
            var found = answers[i].Case;
            holdings[i] = found is null ? default : CaseHoldings.Read(found.Holds);
            if (parts[i].Part.State == PartState.NotHandled)
            {
                fates[i] = new(PartFateKind.Unhandled, found);
            }
            else if (!answers[i].Known && PartMatch.Objection(parts[i], found, holdings[i], journal.Pseudonym) is { } objection)
            {
                var known = objection == ReturnCodes.NoCase && await HasOthersAsync(establishment, world, process, parts[i].Case, cancellationToken).ConfigureAwait(false);
                fates[i] = new(PartFateKind.Parked, found, known ? ReturnCodes.OtherComplement : objection);
            }
            else
            {
                fates[i] = new(PartFateKind.Applied, found);
                going.Add(i);
            }
        }

        return going;
    }

    private async ValueTask<bool> HasOthersAsync(string establishment, World world, string process, string key, CancellationToken cancellationToken) =>
        CandidateCases.Of(establishment, world, process, key) is { } query
        && (await journal.Reader.Cases.CasesAsync(query with { Limit = 1 }, cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Looks at what cases did with the events; returns the places of parts that they did not take exactly.</summary>
    private static HashSet<int>? Judge(IReadOnlyList<NamedPart> parts, List<int> going, CaseHoldings[] holdings, IReadOnlyList<EventFate> told, PartFate[] fates)
    {
        HashSet<int>? refused = null;
        var known = new Dictionary<string, CaseHoldings>(going.Count, StringComparer.Ordinal);
        for (var i = 0; i < going.Count; i++)
        {
            var (index, key, fate) = (going[i], parts[going[i]].Case, told[i]);
            var before = known.TryGetValue(key, out var earlier) ? earlier : holdings[index];
            var after = fate.Case is { } record ? CaseHoldings.Read(record.Holds) : before;
            known[key] = after;
            if (IsTaken(parts[index].Part, fate.Kind, before, after))
            {
                fates[index] = new(fate.Kind switch { FateKind.Absorbed => PartFateKind.Copy, FateKind.Ignored => PartFateKind.Ignored, _ => PartFateKind.Applied }, fate.Case);
            }
            else
            {
                fates[index] = new(PartFateKind.Parked, fate.Case, ReturnCodes.NotTaken);
                (refused ??= []).Add(index);
            }
        }

        return refused;
    }

    /// <summary>True when the case has paid what the part pays, and is rejected once more when the part says so.</summary>
    private static bool IsTaken(ReturnItem.Part part, FateKind kind, in CaseHoldings before, in CaseHoldings after) => kind switch
    {
        FateKind.Taken => after.Paid - before.Paid == part.Paid && (part.State != PartState.Rejected || before.Rejections is null || after.Rejections > before.Rejections),
        FateKind.Absorbed => after.Paid == before.Paid,
        FateKind.Ignored => part.Paid == 0,
        _ => false,
    };
}
