using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Journal.Sql;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Appends messages with their keys, and decides about duplicates within the commit.</summary>
internal sealed class MessageWriter(SqliteConnection connection, PayloadWriter payloads) : IDisposable
{
    private readonly Statement _insert = new(connection, MessageSql.InsertMessage);
    private readonly Statement _insertKey = new(connection, MessageSql.InsertKey);
    private readonly Statement _find = new(connection, MessageSql.FindDuplicate);
    private readonly Statement _acknowledgement = new(connection, MessageSql.FirstAcknowledgement);
    private readonly Statement _remember = new(connection, MessageSql.RememberDuplicate);
    private readonly Statement _setState = new(connection, MessageSql.SetState);
    private readonly Statement _advance = new(connection, MessageSql.AdvanceSequencer);

    /// <summary>Appends after the duplicate check.</summary>
    public AppendResult Append(PreparedMessage prepared)
    {
        var message = prepared.Message;
        if (message.State != MessageState.Received || message.DuplicateKey is null)
        {
            return new(AppendKind.Appended, AppendUnchecked(prepared), 0);
        }

        var first = FindFirst(message, out var sameBytes);
        if (first == 0 || message.Force)
        {
            return new(AppendKind.Appended, AppendUnchecked(prepared), first);
        }

        if (sameBytes)
        {
            return new(AppendKind.Duplicate, InsertDuplicate(prepared, first), first);
        }

        return message.AcceptConflicts
            ? new(AppendKind.Appended, AppendUnchecked(prepared), first)
            : new(AppendKind.Conflict, InsertConflict(prepared, first), first);
    }

    /// <summary>The accepted message that this one would be a duplicate of, or in conflict with; 0 for none.</summary>
    public long KnownBefore(MessageAppend message)
    {
        if (message.DuplicateKey is null || message.Force)
        {
            return 0;
        }

        var first = FindFirst(message, out var sameBytes);
        return sameBytes || !message.AcceptConflicts ? first : 0;
    }

    /// <summary>Appends without the check; an accepted message is remembered under its key all the same.</summary>
    public long AppendUnchecked(PreparedMessage prepared)
    {
        var message = prepared.Message;
        var id = Insert(prepared, message.State, message.Acknowledgement, prepared.Findings, message.Origin, message.OriginKind, payloads.Insert(message.Payload));
        if (message.State != MessageState.Refused && message.DuplicateKey is { } key)
        {
            _remember.Bind(message.Establishment).Bind(key).Bind(id).Bind(message.Payload.Hash.Span).Bind(message.ReceivedAt).Run();
        }

        return id;
    }

    /// <summary>Sets the state of a message and of those that follow it without a gap, up to <paramref name="last"/>.</summary>
    public void SetState(JournalWrite.SetMessageState write, long last) =>
        _setState.Bind((long)write.State).Bind(write.Revision).Bind(write.Message).Bind(last).Run();

    public void Advance(JournalWrite.AdvanceSequencer write) => _advance.Bind(write.Position).Run();

    public void Dispose()
    {
        _insert.Dispose();
        _insertKey.Dispose();
        _find.Dispose();
        _acknowledgement.Dispose();
        _remember.Dispose();
        _setState.Dispose();
        _advance.Dispose();
    }

    private long FindFirst(MessageAppend message, out bool sameBytes)
    {
        _find.Bind(message.Establishment).Bind(message.DuplicateKey);
        long first = 0;
        sameBytes = false;
        if (_find.Step() && _find.Long(2) >= message.DuplicatesSince.UtcTicks)
        {
            first = _find.Long(0);
            sameBytes = _find.Blob(1).SequenceEqual(message.Payload.Hash.Span);
        }

        _find.Reset();
        return first;
    }

    private long InsertDuplicate(PreparedMessage prepared, long first)
    {
        _acknowledgement.Bind(first);
        var acknowledgement = _acknowledgement.Step() && !_acknowledgement.IsNull(0) ? _acknowledgement.Text(0) : null;
        _acknowledgement.Reset();
        return Insert(prepared, MessageState.Duplicate, acknowledgement, prepared.Findings, first, "duplicate", payload: null);
    }

    private long InsertConflict(PreparedMessage prepared, long first) =>
        Insert(prepared, MessageState.Refused, prepared.Message.ConflictAcknowledgement, prepared.ConflictFindings, first, "conflict", payloads.Insert(prepared.Message.Payload));

    private long Insert(PreparedMessage prepared, MessageState state, string? acknowledgement, string? findings, long? origin, string? originKind, long? payload)
    {
        var message = prepared.Message;
        var id = _insert
            .Bind(message.Establishment).Bind(message.Channel).Bind(message.Format).Bind(message.Schema).Bind((long)message.World)
            .Bind(message.ReceivedAt).Bind((long)state).Bind(message.Type).Bind(message.ControlId).Bind(message.DuplicateKey)
            .Bind(message.Correlation).Bind(acknowledgement).Bind(origin).Bind(originKind).Bind(findings)
            .Bind(message.Payload.Length).Bind(message.WholeLength).Bind(message.FileName).Bind(message.Peer).Bind(payload).Bind(message.Revision)
            .Insert();

        var values = prepared.KeyValues;
        for (var i = 0; i < values.Length; i++)
        {
            _insertKey.Bind(message.Keys[i].Name).Bind(values[i]).Bind(message.Establishment).Bind(id).Run();
        }

        return id;
    }
}
