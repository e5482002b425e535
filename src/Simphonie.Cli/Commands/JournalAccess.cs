using Simphonie.Cli.Composition;
using Simphonie.Core.Diagnostics;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Cli.Commands;

/// <summary>Opens the journal of a data directory for reading.</summary>
internal static class JournalAccess
{
    public static SqliteJournalReader Open(string dataDirectory) => SqliteJournalReader.Open(dataDirectory, CodeCatalog.Find);

    /// <summary>The finding for an id that is not in the journal.</summary>
    public static Diagnostic NotFound(string what, object id) =>
        Diagnostic.Of(CommandCodes.NotFound, Place.Whole, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"There is no {what} {id} in the journal."));
}
