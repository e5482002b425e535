using Simphonie.Contracts.Journal;

namespace Simphonie.Journal.Tests.Sqlite;


public sealed class Sqlite_when_a_backup_is_restored : When_a_backup_is_restored<SqliteJournalFactory>;

public sealed class Sqlite_when_a_case_is_kept : When_a_case_is_kept<SqliteJournalFactory>;

public sealed class Sqlite_when_a_group_is_open : When_a_group_is_open<SqliteJournalFactory>;

public sealed class Sqlite_when_a_guard_fails : When_a_guard_fails<SqliteJournalFactory>;

public sealed class Sqlite_when_a_handling_ends : When_a_handling_ends<SqliteJournalFactory>;

public sealed class Sqlite_when_a_handling_is_inserted : When_a_handling_is_inserted<SqliteJournalFactory>;

public sealed class Sqlite_when_a_message_is_appended : When_a_message_is_appended<SqliteJournalFactory>;

public sealed class Sqlite_when_a_message_is_repeated : When_a_message_is_repeated<SqliteJournalFactory>;

public sealed class Sqlite_when_a_payload_is_large : When_a_payload_is_large<SqliteJournalFactory>;

public sealed class Sqlite_when_a_return_is_kept : When_a_return_is_kept<SqliteJournalFactory>;

public sealed class Sqlite_when_a_stage_is_committed : When_a_stage_is_committed<SqliteJournalFactory>;

public sealed class Sqlite_when_a_work_item_is_open : When_a_work_item_is_open<SqliteJournalFactory>;

public sealed class Sqlite_when_an_identity_is_stored : When_an_identity_is_stored<SqliteJournalFactory>;

public sealed class Sqlite_when_dead_letters_are_looked_at : When_dead_letters_are_looked_at<SqliteJournalFactory>;

public sealed class Sqlite_when_deliveries_wait : When_deliveries_wait<SqliteJournalFactory>;

public sealed class Sqlite_when_messages_are_searched : When_messages_are_searched<SqliteJournalFactory>;

public sealed class Sqlite_when_messages_are_sequenced : When_messages_are_sequenced<SqliteJournalFactory>;

public sealed class Sqlite_when_retention_runs : When_retention_runs<SqliteJournalFactory>;

public sealed class Sqlite_when_the_journal_is_reopened : When_the_journal_is_reopened<SqliteJournalFactory>;

public sealed class Sqlite_when_the_ledger_is_written : When_the_ledger_is_written<SqliteJournalFactory>;

public sealed class Sqlite_when_invoices_come_into_lots : When_invoices_come_into_lots<SqliteJournalFactory>;

public sealed class Sqlite_when_lots_are_closed : When_lots_are_closed<SqliteJournalFactory>;

public sealed class Sqlite_when_a_message_is_not_dealt_with : When_a_message_is_not_dealt_with<SqliteJournalFactory>;

public sealed class Sqlite_when_writes_are_committed_together : When_writes_are_committed_together<SqliteJournalFactory>;

public sealed class Sqlite_when_handlings_come_and_go : When_handlings_come_and_go<SqliteJournalFactory>;
