using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Inserts and changes deliveries, keeps attempts and answers.</summary>
internal sealed class DeliveryWriter(SqliteConnection connection, PayloadWriter payloads) : IDisposable
{
    private readonly Statement _insert = new(connection, DeliverySql.Insert);
    private readonly Statement _answerOf = new(connection, DeliverySql.AnswerOf);
    private readonly Statement _removePayload = new(connection, DeliverySql.RemovePayload);
    private readonly Statement _update = new(connection, DeliverySql.Update);
    private readonly Statement _reopen = new(connection, DeliverySql.Reopen);
    private readonly Statement _insertAttempt = new(connection, DeliverySql.InsertAttempt);

    public void Insert(DeliveryRecord delivery, long handling) =>
        _insert
            .Bind(handling).Bind(delivery.Key.Stage).Bind(delivery.Key.Ordinal).Bind(delivery.Establishment).Bind((long)delivery.World)
            .Bind(delivery.Endpoint).Bind(delivery.Kind).Bind((long)delivery.State).Bind(delivery.PeerIdentity).Bind(delivery.CreatedAt)
            .Bind(delivery.NextAt).Bind(delivery.ExpiresAt).Bind(delivery.Attempts).Bind(delivery.CauseCode).Bind(delivery.CausePlace)
            .Bind(delivery.CauseText).Bind(delivery.EndedAt).Bind(delivery.ResendOf?.ToString())
            .Bind(payloads.Insert(delivery.Body)).Bind(payloads.Insert(delivery.Answer))
            .Run();

    /// <summary>False when the delivery has ended already.</summary>
    public bool Update(JournalWrite.UpdateDelivery write)
    {
        if (!RemoveFormerAnswer(write))
        {
            return false;
        }

        var ended = write.State > DeliveryState.Sending;
        return _update
            .Bind((long)write.State).Bind(ended ? null : write.NextAt?.UtcTicks).Bind(write.Attempts).Bind(ended ? write.At.UtcTicks : null)
            .Bind(write.CauseCode).Bind(write.CausePlace).Bind(write.CauseText).Bind(payloads.Insert(write.Answer))
            .Bind(write.Key.Handling).Bind(write.Key.Stage).Bind(write.Key.Ordinal)
            .Run() == 1;
    }

    public bool Reopen(JournalWrite.ReopenDelivery write) =>
        _reopen.Bind(write.NextAt).Bind(write.Key.Handling).Bind(write.Key.Stage).Bind(write.Key.Ordinal).Run() == 1;

    public void InsertAttempt(AttemptRecord attempt) =>
        _insertAttempt
            .Bind(attempt.Key.Handling).Bind(attempt.Key.Stage).Bind(attempt.Key.Ordinal).Bind(attempt.Ordinal)
            .Bind(attempt.StartedAt).Bind(attempt.Micros).Bind(attempt.Outcome).Bind(attempt.CauseCode).Bind(attempt.CauseText)
            .Run();

    public void Dispose()
    {
        _insert.Dispose();
        _answerOf.Dispose();
        _removePayload.Dispose();
        _update.Dispose();
        _reopen.Dispose();
        _insertAttempt.Dispose();
    }

    /// <summary>Only the last answer is kept: the row of the one before goes. False when the delivery has ended already.</summary>
    private bool RemoveFormerAnswer(JournalWrite.UpdateDelivery write)
    {
        var open = _answerOf.Bind(write.Key.Handling).Bind(write.Key.Stage).Bind(write.Key.Ordinal).Step();
        long? former = open && write.Answer is not null && !_answerOf.IsNull(0) ? _answerOf.Long(0) : null;
        _answerOf.Reset();
        if (former is { } payload)
        {
            _removePayload.Bind(payload).Run();
        }

        return open;
    }
}
