using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Core.Returns;

/// <summary>Which cases a part of a return may be of when there is none of the key that it names: those of the same invoice number and debtor under another complement.</summary>
public static class CandidateCases
{
    private const int Most = 20;

    /// <summary>Null when the key is not that of a part: <c>FINESS/number/complement/debtor</c>. A return that names no payee is for the establishment.</summary>
    public static CaseQuery? Of(string establishment, World world, string process, string key) => key.Split('/') is [var provider, { Length: > 0 } number, _, { Length: > 0 } debtor]
        ? new()
        {
            Establishment = establishment,
            World = world,
            Process = process,
            KeyStart = $"{(provider.Length == 0 ? establishment : provider)}/{number}/",
            KeyEnd = $"/{debtor}",
            Limit = Most,
        }
        : null;

    /// <summary>The same of a part that waits.</summary>
    public static CaseQuery? Of(ParkedPart part) => Of(part.Establishment, part.World, part.Process, part.Case);
}
