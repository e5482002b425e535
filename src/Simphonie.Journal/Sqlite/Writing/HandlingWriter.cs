using System.Globalization;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sql;

namespace Simphonie.Journal.Sqlite.Writing;

/// <summary>Inserts and changes handlings; decides within the commit who is held and who comes next.</summary>
internal sealed class HandlingWriter(SqliteConnection connection, PayloadWriter payloads) : IDisposable
{
    private readonly Statement _anyOpen = new(connection, HandlingSql.AnyOpen);
    private readonly Statement _insert = new(connection, HandlingSql.Insert);
    private readonly Statement _update = new(connection, HandlingSql.Update);
    private readonly Statement _keyOf = new(connection, HandlingSql.KeyOf);
    private readonly Statement _nextHeld = new(connection, HandlingSql.NextHeld);
    private readonly Statement _promote = new(connection, HandlingSql.Promote);
    private readonly Statement _insertStage = new(connection, HandlingSql.InsertStage);
    private readonly Statement _insertDocument = new(connection, HandlingSql.InsertDocument);

    /// <summary>True for the states that let the next of a key start.</summary>
    public static bool IsEnd(HandlingState state) => state >= HandlingState.Released;

    public HandlingCreated Insert(HandlingInsert handling, long message, string? subjects)
    {
        var key = handling.Key ?? string.Create(CultureInfo.InvariantCulture, $"message/{message}");
        var state = handling.StartedAtStage is not null ? HandlingState.Waiting
            : IsOpen(handling.Establishment, handling.Route, key) ? HandlingState.Held
            : HandlingState.Ready;
        var stage = handling.StartedAtStage ?? 0;
        var id = _insert
            .Bind(message).Bind(handling.Establishment).Bind(handling.Route).Bind(handling.RouteVersion).Bind(handling.Revision)
            .Bind(key).Bind(handling.Lane).Bind((long)state).Bind(stage).Bind(handling.Now)
            .Bind(handling.BusinessDate?.ToString("O", CultureInfo.InvariantCulture)).Bind(handling.ExpiresAt).Bind(handling.ReplayOf).Bind(subjects).Bind(handling.StartedAtStage is null ? 0 : 1)
            .Insert();
        return new(id, state, handling.Lane, stage);
    }

    /// <summary>False when the version is another one by now. The one that became ready, if any, is added to <paramref name="promoted"/>.</summary>
    public bool Update(JournalWrite.UpdateHandling write, List<HandlingCreated> promoted)
    {
        var end = IsEnd(write.State);
        var changed = _update
            .Bind((long)write.State).Bind(write.Stage).Bind(end ? write.At.UtcTicks : null)
            .Bind(write.CauseCode).Bind(write.CausePlace).Bind(write.CauseText)
            .Bind(write.Under?.Revision).Bind((long?)write.Under?.RouteVersion).Bind(write.Id).Bind(write.ExpectedVersion)
            .Run();
        if (changed == 0)
        {
            return false;
        }

        if (end)
        {
            PromoteNext(write.Id, promoted);
        }

        return true;
    }

    public void InsertStage(StageRecord stage, long handling, bool failed, string? steps)
    {
        if (_insertStage.Bind(handling).Bind(stage.Ordinal).Bind(stage.At).Bind(steps).Bind(failed ? 1 : 0).Run() == 0)
        {
            throw new InvalidOperationException($"stage {stage.Ordinal} of handling {handling} is committed already.");
        }

        for (var i = 0; i < stage.Documents.Count; i++)
        {
            var document = stage.Documents[i];
            _insertDocument
                .Bind(handling).Bind(stage.Ordinal).Bind(i).Bind(document.Name).Bind(document.Format).Bind(document.Schema)
                .Bind(payloads.Insert(document.Body)).Run();
        }
    }

    public void Dispose()
    {
        _anyOpen.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _keyOf.Dispose();
        _nextHeld.Dispose();
        _promote.Dispose();
        _insertStage.Dispose();
        _insertDocument.Dispose();
    }

    private bool IsOpen(string establishment, string route, string key)
    {
        var open = _anyOpen.Bind(establishment).Bind(route).Bind(key).Step();
        _anyOpen.Reset();
        return open;
    }

    private void PromoteNext(long ended, List<HandlingCreated> promoted)
    {
        _keyOf.Bind(ended).Step();
        _nextHeld.Bind(_keyOf.Text(0)).Bind(_keyOf.Text(1)).Bind(_keyOf.Text(2));
        _keyOf.Reset();
        if (_nextHeld.Step())
        {
            var next = new HandlingCreated(_nextHeld.Long(0), HandlingState.Ready, (int)_nextHeld.Long(1), (int)_nextHeld.Long(2));
            promoted.Add(next);
            _nextHeld.Reset();
            _promote.Bind(next.Id).Run();
            return;
        }

        _nextHeld.Reset();
    }
}
