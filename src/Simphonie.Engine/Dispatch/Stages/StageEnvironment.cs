using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Engine.Lots;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>What stages are run with; the same for all of one hub.</summary>
internal sealed record StageEnvironment
{
    public required Guid Journal { get; init; }

    public required string Hub { get; init; }

    public required IReadOnlyDictionary<string, IFormat> Formats { get; init; }

    public required IReadOnlyDictionary<string, IEndpoint> Endpoints { get; init; }

    /// <summary>HMAC that stands for keys in the journal's own columns.</summary>
    public required Func<string, string> Pseudonym { get; init; }

    /// <summary>Looks a key up in a table of the site; the first is false for a table that does not exist.</summary>
    public required LookUpTable Tables { get; init; }

    /// <summary>Null when the site makes no lots.</summary>
    public LotDesk? Lots { get; init; }

    /// <summary>What formats know of returns, by the name of the format.</summary>
    public IReadOnlyDictionary<string, IReturnFormat> Returns { get; init; } = new Dictionary<string, IReturnFormat>(StringComparer.Ordinal);

    /// <summary>Null when the site makes no lots.</summary>
    public CarrierDesk? Carrier { get; init; }

    public required TimeProvider Time { get; init; }
}

/// <summary>Looks a key up in a named table: false when there is no such table, null when the table has no such key.</summary>
public delegate bool LookUpTable(string table, string key, out string? value);

/// <summary>What one stage is run over.</summary>
internal sealed record StageInput
{
    public required Plans.RoutePlan Plan { get; init; }

    public required ISchemaCatalog Schemas { get; init; }

    public required Core.Journal.HandlingRecord Handling { get; init; }

    public required Core.Messages.MessageRecord Message { get; init; }

    public required DocumentSet Documents { get; init; }

    public required LedgerReads Ledger { get; init; }

    /// <summary>The answer that resumes the stage; null for the first stage and after an aggregate.</summary>
    public Core.Messages.Payload? Answer { get; init; }

    /// <summary>Original messages of the group that resumes the stage, in order.</summary>
    public IReadOnlyList<Core.Documents.Document> Group { get; init; } = [];

    /// <summary>The first stage selects again, so that what the sequencer found wrong is told with the handling; false where it has just been done.</summary>
    public bool Select { get; init; } = true;
}
