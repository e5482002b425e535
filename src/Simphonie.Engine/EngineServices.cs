using Microsoft.Extensions.Logging;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Core.Transport;
using Simphonie.Definitions.Snapshot;
using Simphonie.Engine.Disk;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine;

/// <summary>What the composer gives to the engine.</summary>
public sealed record EngineServices
{
    public required IJournal Journal { get; init; }

    public required IDefinitionSource Definitions { get; init; }

    /// <summary>Formats by name.</summary>
    public required IReadOnlyDictionary<string, IFormat> Formats { get; init; }

    public required ITransport Transport { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>For the jitter of retries.</summary>
    public required Random Random { get; init; }

    /// <summary>Fills a ticket with random bits that nobody can guess.</summary>
    public required Action<Span<byte>> Unguessable { get; init; }

    public required ILoggerFactory Logs { get; init; }

    /// <summary>Free bytes on the disk of the data directory.</summary>
    public required Func<long> FreeDiskBytes { get; init; }

    /// <summary>Keeps room on the disk for answers and outcomes; null: none.</summary>
    public DiskReserve? DiskReserve { get; init; }

    /// <summary>What formats know of lots, by the name of the format.</summary>
    public IReadOnlyDictionary<string, ILotFormat> LotFormats { get; init; } = new Dictionary<string, ILotFormat>(StringComparer.Ordinal);

    /// <summary>What formats know of returns, by the name of the format.</summary>
    public IReadOnlyDictionary<string, IReturnFormat> ReturnFormats { get; init; } = new Dictionary<string, IReturnFormat>(StringComparer.Ordinal);

    /// <summary>Where numbers of lots are kept outside of the journal; needed where the site makes lots.</summary>
    public ILotMarkStore? LotMarks { get; init; }

    /// <summary>Tables of the site for <c>enrich</c>; null: there are none.</summary>
    public LookUpTable? Tables { get; init; }
}
