using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Schemas;

namespace Simphonie.Definitions.Schemas;

/// <summary>All schemas of one definition set, by id and version.</summary>
public sealed class SchemaCatalog : ISchemaCatalog
{
    private readonly Dictionary<string, ISchema[]> _latestFirst;

    public SchemaCatalog(IEnumerable<ISchema> schemas)
    {
        All = [.. schemas];
        _latestFirst = All
            .GroupBy(s => s.Header.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(s => s.Header.Effective).ToArray(), StringComparer.Ordinal);
    }

    public static SchemaCatalog Empty { get; } = new([]);

    public IReadOnlyCollection<ISchema> All { get; }

    public bool TryResolve(string reference, DateOnly businessDate, [NotNullWhen(true)] out ISchema? schema)
    {
        schema = null;
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var whole = hash < 0 ? reference : reference[..hash];
        var at = whole.IndexOf('@', StringComparison.Ordinal);
        if (!_latestFirst.TryGetValue(at < 0 ? whole : whole[..at], out var versions))
        {
            return false;
        }

        var version = at < 0 ? null : whole[(at + 1)..];
        schema = Array.Find(versions, s => version is null ? s.Header.Effective <= businessDate : s.Header.Version == version);
        return schema is not null;
    }
}
