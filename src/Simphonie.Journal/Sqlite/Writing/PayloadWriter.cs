using Microsoft.Data.Sqlite;
using Simphonie.Core.Messages;
using Simphonie.Journal.Content;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Writes the bytes of a payload, or the name of its file.</summary>
internal sealed class PayloadWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, MessageSql.InsertPayload);

    /// <summary>Id of the new row, null for no payload.</summary>
    public long? Insert(Payload? payload)
    {
        if (payload is null)
        {
            return null;
        }

        _insert.Bind(payload.Length).Bind(payload.Hash.Span);
        return payload is StoredPayload stored
            ? _insert.Bind(stored.Name).BindNull().Insert()
            : _insert.BindNull().Bind(((InlinePayload)payload).Bytes.Span).Insert();
    }

    public void Dispose() => _insert.Dispose();
}
