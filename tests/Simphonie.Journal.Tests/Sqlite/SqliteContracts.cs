using Simphonie.Contracts.Journal;

namespace Simphonie.Journal.Tests.Sqlite;

public sealed class Sqlite_when_a_message_is_appended : When_a_message_is_appended
{
    protected override IJournalFactory CreateFactory() => new SqliteJournalFactory();
}

public sealed class Sqlite_when_a_handling_ends : When_a_handling_ends
{
    protected override IJournalFactory CreateFactory() => new SqliteJournalFactory();
}
