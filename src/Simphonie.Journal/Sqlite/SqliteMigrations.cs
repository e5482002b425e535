using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Simphonie.Journal.Sqlite;

/// <summary>Brings a journal forward to this version: each step of <c>Migrations/</c> in one transaction, numbered by its name. Never backward.</summary>
internal static class SqliteMigrations
{
    /// <summary>Marks the file as a journal of this hub: <c>SIMP</c>.</summary>
    private const int ApplicationId = 0x53494D50;

    private static readonly (int Version, string Resource)[] Steps = FindSteps();

    public static int Newest => Steps[^1].Version;

    /// <summary>The version that a file has, 0 for an empty one. Throws <see cref="JournalRefusedException"/> for one that this hub cannot use.</summary>
    public static int Check(SqliteConnection connection, string path)
    {
        try
        {
            var version = connection.ExecuteScalar<int>("pragma user_version");
            var application = connection.ExecuteScalar<int>("pragma application_id");
            if (application != ApplicationId && (version != 0 || connection.ExecuteScalar<int>("select count(*) from sqlite_master") != 0))
            {
                throw JournalRefusedException.Of(JournalCodes.NotAJournal, path, "the file is a database of something else.");
            }

            return version <= Newest
                ? version
                : throw JournalRefusedException.Of(JournalCodes.NewerVersion, path, $"the journal has version {version}, this hub knows up to {Newest}.");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw JournalRefusedException.Of(JournalCodes.NotAJournal, path, "the file is not a database.", exception);
        }
    }

    public static void Run(SqliteConnection connection, int from)
    {
        foreach (var (version, resource) in Steps)
        {
            if (version <= from)
            {
                continue;
            }

            using var transaction = connection.BeginTransaction();
            connection.Execute(Read(resource), transaction: transaction);
            connection.Execute($"pragma user_version = {version.ToString(CultureInfo.InvariantCulture)}", transaction: transaction);
            connection.Execute($"pragma application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}", transaction: transaction);
            transaction.Commit();
        }
    }

    private static (int Version, string Resource)[] FindSteps()
    {
        var names = typeof(SqliteMigrations).Assembly.GetManifestResourceNames();
        var steps = new List<(int, string)>();
        foreach (var name in names)
        {
            if (name.EndsWith(".sql", StringComparison.Ordinal))
            {
                steps.Add((int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name));
            }
        }

        steps.Sort();
        return [.. steps];
    }

    private static string Read(string resource)
    {
        using var stream = typeof(SqliteMigrations).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
