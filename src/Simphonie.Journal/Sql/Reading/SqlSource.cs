using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Journal.Content;
using Simphonie.Journal.Keys;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Runs queries, one short-lived connection each, and knows how rows become values.</summary>
internal sealed class SqlSource(IReadConnections connections, string contentRoot, HubKey? key, Func<string, DiagnosticCode?>? codes)
{
    private readonly ConditionalWeakTable<DbConnection, PreparedQueries> _prepared = new();

    public Func<string, DiagnosticCode?>? Codes { get; } = codes;

    /// <summary>What a key is stored as. An identity without the hub's key matches nothing.</summary>
    public string? StoredValue(BusinessKey businessKey) =>
        businessKey.Identity ? key?.Pseudonym(businessKey.Value) : businessKey.Value;

    public List<T> List<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        With(connection => connection.Query<T>(Command(sql, arguments, cancellationToken)).AsList(), cancellationToken);

    public T? First<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        With(connection => connection.QueryFirstOrDefault<T>(Command(sql, arguments, cancellationToken)), cancellationToken);

    /// <summary>As <see cref="List"/>, for the queries that every message needs: they stay prepared.</summary>
    public List<T> Rows<T>(string sql, CancellationToken cancellationToken, params ReadOnlySpan<QueryArgument> arguments)
    {
        var rows = new List<T>();
        ReadPrepared(sql, arguments, int.MaxValue, rows, cancellationToken);
        return rows;
    }

    /// <summary>As <see cref="First"/>, for the queries that every message needs: they stay prepared.</summary>
    public T? Row<T>(string sql, CancellationToken cancellationToken, params ReadOnlySpan<QueryArgument> arguments)
    {
        var rows = new List<T>(1);
        ReadPrepared(sql, arguments, 1, rows, cancellationToken);
        return rows.Count == 0 ? default : rows[0];
    }

    public Payload? Payload(long? length, byte[]? hash, string? content, byte[]? body) =>
        length is not { } known ? null
        : content is not null ? new StoredPayload(contentRoot, content, known, hash)
        : new InlinePayload(body ?? [], hash);

    public IReadOnlyList<Diagnostic> Findings(string? text) => FindingText.Findings(text, Codes);

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? Time(long? ticks) => ticks is { } known ? Time(known) : null;

    private static CommandDefinition Command(string sql, object? arguments, CancellationToken cancellationToken) =>
        new(sql, arguments, cancellationToken: cancellationToken);

    private void ReadPrepared<T>(string sql, ReadOnlySpan<QueryArgument> arguments, int most, List<T> into, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = connections.Rent();
        try
        {
            _prepared.GetValue(connection, static connection => new PreparedQueries(connection)).Read(sql, arguments, most, into);
        }
        finally
        {
            connections.Return(connection);
        }
    }

    private T With<T>(Func<DbConnection, T> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = connections.Rent();
        try
        {
            return query(connection);
        }
        finally
        {
            connections.Return(connection);
        }
    }
}
