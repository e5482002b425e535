using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Snapshot;

/// <summary>What can be wrong with a set of definitions as a whole.</summary>
public static class SnapshotCodes
{
    public static readonly DiagnosticCode Unreadable = new("SIM1450", Severity.Error, "A file or folder of definitions cannot be read.", "Check the path and the permissions.");
    public static readonly DiagnosticCode UnknownFile = new("SIM1451", Severity.Warning, "A YAML file is no definition that the hub knows.", "Name it .route.yaml, .map.yaml, .table.yaml, .fragment.yaml, .process.yaml, .parameters.yaml or .test.yaml, or put it under schemas/.");
    public static readonly DiagnosticCode WrongFirstKey = new("SIM1452", Severity.Error, "The first key of a definition does not fit the name of its file.", "Begin the file with the key that is named.");
    public static readonly DiagnosticCode ChangedUnderVersion = new("SIM1453", Severity.Error, "The content of a published definition was changed under the same name and version.", "Raise 'version' and set 'effective', or take the change back.");
    public static readonly DiagnosticCode BadPack = new("SIM1454", Severity.Error, "The stored content of a revision cannot be read or is not that of the revision.", "Restore the journal from a backup.");
    public static readonly DiagnosticCode TooMany = new("SIM1455", Severity.Error, "A folder of definitions holds more than a set may.", "Point 'definitions: from:' at folders of definitions only.");
}
