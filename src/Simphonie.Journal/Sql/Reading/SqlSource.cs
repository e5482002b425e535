using System.Data.Common;
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
    public Func<string, DiagnosticCode?>? Codes { get; } = codes;

    /// <summary>What a key is stored as. An identity without the hub's key matches nothing.</summary>
    public string? StoredValue(BusinessKey businessKey) =>
        businessKey.Identity ? key?.Pseudonym(businessKey.Value) : businessKey.Value;

    public List<T> List<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        With(connection => connection.Query<T>(Command(sql, arguments, cancellationToken)).AsList(), cancellationToken);

    public T? First<T>(string sql, object? arguments, CancellationToken cancellationToken) =>
        With(connection => connection.QueryFirstOrDefault<T>(Command(sql, arguments, cancellationToken)), cancellationToken);

    public Payload? Payload(long? length, byte[]? hash, string? content, byte[]? body) =>
        length is not { } known ? null
        : content is not null ? new StoredPayload(contentRoot, content, known, hash)
        : new InlinePayload(body ?? [], hash);

    public IReadOnlyList<Diagnostic> Findings(string? text) => FindingText.Findings(text, Codes);

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? Time(long? ticks) => ticks is { } known ? Time(known) : null;

    private static CommandDefinition Command(string sql, object? arguments, CancellationToken cancellationToken) =>
        new(sql, arguments, cancellationToken: cancellationToken);

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
