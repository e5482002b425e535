using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Returns.Matching;

/// <summary>Finds the invoices of which nothing is open any more with either debtor: their numbers are used up, and their lots may be settled.</summary>
internal sealed class InvoiceEnds(IJournal journal)
{
    public async ValueTask<IReadOnlyList<JournalWrite>> WritesAsync(
        string establishment, World world, string process, IReadOnlyList<PartFate> fates, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var moved = new Dictionary<string, CaseRecord>(StringComparer.Ordinal);
        foreach (var fate in fates)
        {
            if (fate is { Kind: PartFateKind.Applied, Case: { } record })
            {
                moved[record.Key] = record;
            }
        }

        var ended = moved.Values.Where(IsOver).Select(static record => record.Key).ToList();
        var siblings = ended.ConvertAll(static key => new CaseQuestion(NamedPart.Sibling(key), ""));
        if (siblings.Count == 0)
        {
            return [];
        }

        var answers = await journal.Reader.Cases.LookUpAsync(establishment, world, process, siblings, cancellationToken).ConfigureAwait(false);
        var writes = new List<JournalWrite>();
        for (var i = 0; i < ended.Count; i++)
        {
            var sibling = moved.GetValueOrDefault(siblings[i].Key) ?? answers[i].Case;
            if ((sibling is null || IsOver(sibling)) && ended[i].Split('/') is [var provider, var number, var complement, _])
            {
                writes.Add(new JournalWrite.EndInvoice(establishment, world, new InvoiceKey(provider, number, complement), at));
            }
        }

        return writes;
    }

    private static bool IsOver(CaseRecord record) => CaseHoldings.Read(record.Holds).Open <= 0;
}
