using Simphonie.Core.Diagnostics;

namespace Simphonie.Journal;

/// <summary>Permanent codes of the journal.</summary>
public static class JournalCodes
{
    public static readonly DiagnosticCode NewerVersion = new("SIM5001", Severity.Error,
        "The journal was written by a newer version of the hub",
        "Start the version of the hub that wrote it, or a newer one; journals only move forward.");

    public static readonly DiagnosticCode NotAJournal = new("SIM5002", Severity.Error,
        "The file is not a journal of this hub",
        "Name the data directory of a hub, or an empty one; restore a backup when the file is damaged.");

    public static readonly DiagnosticCode NoJournal = new("SIM5003", Severity.Error,
        "There is no journal in the directory",
        "Name the data directory of a hub that has been started once.");

    public static readonly DiagnosticCode BadKey = new("SIM5004", Severity.Error,
        "The key of the hub is missing or damaged",
        "Put back the file hub.key of this journal: without it no identity can be searched.");

    public static readonly DiagnosticCode NotEmpty = new("SIM5005", Severity.Error,
        "The directory is not empty",
        "Name an empty or new directory.");

    public static readonly DiagnosticCode BadBackup = new("SIM5006", Severity.Error,
        "The backup is incomplete or was changed",
        "Take another backup; this one does not hold what its manifest says.");

    public static readonly DiagnosticCode DirectoryInUse = new("SIM5007", Severity.Error,
        "Another process writes to the data directory",
        "Stop it first, or send the command to it.");

    public static readonly DiagnosticCode OlderVersion = new("SIM5008", Severity.Error,
        "The journal was written by an older version of the hub",
        "Start the hub of this version on it once: it brings the journal forward.");
}
