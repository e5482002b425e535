using System.Data.Common;
using Dapper;
using Simphonie.Journal.Sql;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Retention;

/// <summary>Takes what retention allows in small commits between those of the hub, so that no message waits for it.</summary>
internal sealed class JournalRetention(GroupWriter writer, ContentRemoval content)
{
    private const int Piece = 50;

    /// <summary>How many messages lost their payload.</summary>
    public async Task<long> RunAsync(DateTimeOffset keepSince, DateTimeOffset ledgerSince, CancellationToken cancellationToken)
    {
        await ReduceHandlingsAsync(keepSince.UtcTicks, cancellationToken);
        var reduced = await ReduceMessagesAsync(keepSince.UtcTicks, cancellationToken);
        while (await RunAsync(connection => connection.Execute(RetentionSql.ForgetRecords, new { keepSince = keepSince.UtcTicks, limit = 1000 }), cancellationToken) > 0)
        {
        }

        foreach (var statement in RetentionSql.Ledger)
        {
            var arguments = new { ledgerSince = ledgerSince.UtcTicks, limit = 1000 };
            while (await RunAsync(connection => connection.Execute(statement, arguments), cancellationToken) > 0)
            {
            }
        }

        content.RemoveEmptyDays(keepSince);
        return reduced;
    }

    private async Task ReduceHandlingsAsync(long keepSince, CancellationToken cancellationToken)
    {
        var last = new HandlingCandidate();
        while (true)
        {
            var arguments = new { keepSince, endedAfter = last.EndedAt, after = last.Id, limit = Piece };
            var (candidates, files) = await RunAsync(
                connection =>
                {
                    var found = connection.Query<HandlingCandidate>(RetentionSql.Handlings, arguments).AsList();
                    return (found, Reduce(connection, found.ConvertAll(candidate => candidate.Id)));
                },
                cancellationToken);
            content.Remove(files);
            if (candidates.Count == 0)
            {
                return;
            }

            last = candidates[^1];
        }
    }

    private async Task<long> ReduceMessagesAsync(long keepSince, CancellationToken cancellationToken)
    {
        long reduced = 0;
        long after = 0;
        while (true)
        {
            var arguments = new { keepSince, after, limit = Piece };
            var (candidates, files) = await RunAsync(
                connection =>
                {
                    var found = connection.Query<MessageCandidate>(RetentionSql.Messages, arguments).AsList();
                    connection.Execute(RetentionSql.ForgetPayloads, new { messages = found.ConvertAll(candidate => candidate.Id) });
                    return (found, RemovePayloads(connection, found.ConvertAll(candidate => candidate.Payload)));
                },
                cancellationToken);
            content.Remove(files);
            if (candidates.Count == 0)
            {
                return reduced;
            }

            reduced += candidates.Count;
            after = candidates[^1].Id;
        }
    }

    private static List<string> Reduce(DbConnection connection, List<long> handlings)
    {
        if (handlings.Count == 0)
        {
            return [];
        }

        var arguments = new { handlings };
        var files = RemovePayloads(connection, connection.Query<long>(RetentionSql.PayloadsOfHandlings, arguments).AsList());
        connection.Execute(RetentionSql.RemoveDocuments, arguments);
        connection.Execute(RetentionSql.RemoveSteps, arguments);
        connection.Execute(RetentionSql.ForgetBodies, arguments);
        connection.Execute(RetentionSql.MarkReduced, arguments);
        return files;
    }

    /// <summary>Removes the rows; returns the files that lose their reference with this commit.</summary>
    private static List<string> RemovePayloads(DbConnection connection, List<long> payloads)
    {
        var files = connection.Query<string>(RetentionSql.ContentOf, new { payloads }).AsList();
        connection.Execute(RetentionSql.RemovePayloads, new { payloads });
        return files;
    }

    private ValueTask<T> RunAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken) =>
        writer.WriteAsync(new WorkUnit<T>(work), cancellationToken);

    private sealed class HandlingCandidate
    {
        public long Id { get; set; }

        public long EndedAt { get; set; }
    }

    private sealed class MessageCandidate
    {
        public long Id { get; set; }

        public long Payload { get; set; }
    }
}
