using System.Text.Json;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>
/// What a stage read from the ledger and of cases, and the counts it was given. Kept with the stage as a document of its own, so that a replay sees the same:
/// a read that was recorded is answered from the record, another one by the ledger.
/// </summary>
internal sealed class LedgerReads(Func<string, string, string?> ledger, Func<string, string, string?> states)
{
    /// <summary>Name of the stage document; no route can give it, since names are identifiers.</summary>
    public const string DocumentName = "%ledger";

    private readonly Dictionary<string, string?> _reads = new(StringComparer.Ordinal);

    /// <summary>An empty record over the same ledger, for the next stage.</summary>
    public LedgerReads Anew() => new(ledger, states);

    public bool IsEmpty => _reads.Count == 0;

    public string? Read(string kind, string key) => Recorded(kind + "\u001f" + key, ledger, kind, key);

    /// <summary>The state of a case; null when there is none.</summary>
    public string? State(string process, string key) => Recorded($"\u001f{process}\u001f{key}", states, process, key);

    public long? Count(string step) => _reads.TryGetValue(CountId(step), out var count) && count is not null ? long.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : null;

    public void SetCount(string step, long count) => _reads[CountId(step)] = count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(_reads);

    public void Load(ReadOnlySpan<byte> bytes)
    {
        foreach (var (id, value) in JsonSerializer.Deserialize<Dictionary<string, string?>>(bytes) ?? [])
        {
            _reads[id] = value;
        }
    }

    private string? Recorded(string id, Func<string, string, string?> read, string kind, string key)
    {
        if (!_reads.TryGetValue(id, out var value))
        {
            value = read(kind, key);
            _reads[id] = value;
        }

        return value;
    }

    private static string CountId(string step) => "\u001f" + step;
}
