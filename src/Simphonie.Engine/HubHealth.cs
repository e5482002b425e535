using Simphonie.Core.Journal;
using Simphonie.Engine.Disk;

namespace Simphonie.Engine;

/// <summary>How the hub is.</summary>
/// <param name="Live">The process works; false only when its loops are broken.</param>
/// <param name="Ready">It takes messages now.</param>
/// <param name="Disk">How full the disk is.</param>
/// <param name="InFlight">Messages at the door.</param>
/// <param name="UnderWay">Handlings and deliveries queued or being done.</param>
/// <param name="Revision">Definitions in force.</param>
/// <param name="OpenCircuits">Endpoints whose circuit is open, with the time since when.</param>
/// <param name="Figures">Counts of the journal.</param>
public sealed record HubHealth(
    bool Live,
    bool Ready,
    DiskLevel Disk,
    int InFlight,
    int UnderWay,
    string Revision,
    IReadOnlyDictionary<string, DateTimeOffset> OpenCircuits,
    JournalFigures Figures);
