using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Processes.Actions;
using Simphonie.Engine.Processes.Machine;

namespace Simphonie.Engine.Processes;

/// <summary>One application of a batch of events: reads the cases in one query a process, steps them in memory, and gives the writes of one commit.</summary>
internal sealed class CaseBatchRun(ICaseReader reader, ProcessBook book) : IDisposable
{
    /// <summary>Rounds of events that processes raise to each other.</summary>
    private const int MostRounds = 8;

    /// <summary>Questions in one query.</summary>
    private const int MostQuestions = 1000;

    private static readonly TimeSpan s_later = TimeSpan.FromHours(1);

    private readonly Dictionary<CaseId, OpenCase> _open = [];
    private readonly List<OpenCase> _order = [];
    private readonly Dictionary<long, CaseMachine> _machines = [];
    private readonly HashSet<CaseId> _lost = [];
    private readonly List<JournalWrite> _beside = [];
    private readonly List<ProcessEvent> _raised = [];
    private readonly HoldsText _text = new();

    public async ValueTask<CaseBatch> RunAsync(IReadOnlyList<ProcessEvent> events, CancellationToken cancellationToken)
    {
        var fates = new EventFate[events.Count];
        await RoundAsync(events, fates, cancellationToken).ConfigureAwait(false);
        for (var round = 1; _raised.Count > 0; round++)
        {
            var next = _raised.ToArray();
            _raised.Clear();
            if (round == MostRounds)
            {
                foreach (var raised in next)
                {
                    Beside(raised, CaseCodes.TooManyRaised);
                }

                break;
            }

            await RoundAsync(next, new EventFate[next.Length], cancellationToken).ConfigureAwait(false);
        }

        return new(Writes(), fates);
    }

    /// <summary>Lets the timer of each case come that is due next, as long as one is due.</summary>
    public async ValueTask<CaseBatch> ExpireAsync(IReadOnlyList<CaseRecord> cases, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var record in cases)
        {
            if (await book.FindAsync(record.Definition, cancellationToken).ConfigureAwait(false) is { } booked)
            {
                var open = Open(new(record.Establishment, record.World, record.Process, record.Key), record, booked);
                open.Expire(now, _text);
                _raised.AddRange(open.TakeRaised());
            }
            else
            {
                Postpone(record, now);
            }
        }

        return _raised.Count == 0 ? new(Writes(), []) : await RunAsync([], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A case whose definition cannot be had any more is looked at again after a while.</summary>
    private void Postpone(CaseRecord record, DateTimeOffset now)
    {
        var postponed = record with { NextAt = now + s_later, Alert = CaseCodes.NoProcess.Title, UpdatedAt = now, Revision = record.Revision + 1 };
        _beside.Add(new JournalWrite.PutCase(postponed, record.Revision));
        _beside.Add(new JournalWrite.OpenWorkItem(CaseTasks.Alert(postponed, CaseCodes.NoProcess, CaseCodes.NoProcess.Help, now)));
    }

    public void Dispose() => _text.Dispose();

    private async ValueTask RoundAsync(IReadOnlyList<ProcessEvent> events, EventFate[] fates, CancellationToken cancellationToken)
    {
        var keys = new string?[events.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = events[i].Case switch
            {
                null => book.InForce(events[i].Process, events[i].At) is { } process ? CaseKey.Of(process.Process, events[i].Values, process.Tables) : null,
                "" => null,
                var given => given,
            };
        }

        var known = await LookUpAsync(events, keys, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < events.Count; i++)
        {
            fates[i] = keys[i] is { } key ? Meet(events[i], key, known[i]) : Beside(events[i], book.InForce(events[i].Process, events[i].At) is null ? CaseCodes.NoProcess : CaseCodes.NoKey);
        }
    }

    /// <summary>Opens the cases that are there; returns which events they have already.</summary>
    private async ValueTask<bool[]> LookUpAsync(IReadOnlyList<ProcessEvent> events, string?[] keys, CancellationToken cancellationToken)
    {
        var known = new bool[events.Count];
        var places = Enumerable.Range(0, events.Count).Where(i => keys[i] is not null);
        foreach (var group in places.GroupBy(i => (events[i].Establishment, events[i].World, events[i].Process)))
        {
            foreach (var page in group.Chunk(MostQuestions))
            {
                var questions = Array.ConvertAll(page, i => new CaseQuestion(keys[i]!, events[i].Identity));
                var answers = await reader.LookUpAsync(group.Key.Establishment, group.Key.World, group.Key.Process, questions, cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < page.Length; i++)
                {
                    known[page[i]] = answers[i].Known;
                    var id = new CaseId(group.Key.Establishment, group.Key.World, group.Key.Process, questions[i].Key);
                    if (answers[i].Case is { } record && !_open.ContainsKey(id) && await book.FindAsync(record.Definition, cancellationToken).ConfigureAwait(false) is { } booked)
                    {
                        Open(id, record, booked);
                    }
                    else if (answers[i].Case is not null && !_open.ContainsKey(id))
                    {
                        _lost.Add(id);
                    }
                }
            }
        }

        return known;
    }

    private EventFate Meet(ProcessEvent raised, string key, bool known)
    {
        var id = new CaseId(raised.Establishment, raised.World, raised.Process, key);
        if (!_open.TryGetValue(id, out var open))
        {
            if (_lost.Contains(id) || book.InForce(raised.Process, raised.At) is not { } booked)
            {
                return Beside(raised, CaseCodes.NoProcess);
            }

            if (!string.Equals(booked.Process.Begins, raised.Name, StringComparison.Ordinal))
            {
                return raised.Quiet ? new(FateKind.Ignored, null) : Beside(raised, CaseCodes.NoCase);
            }

            open = Open(id, null, booked);
            if (open.Begin(raised, _text) is { } refused)
            {
                _open.Remove(id);
                _order.Remove(open);
                return Beside(raised, refused);
            }

            _raised.AddRange(open.TakeRaised());
            return new(FateKind.Taken, open.Record);
        }

        var fate = open.Meet(raised, known, _text);
        _raised.AddRange(open.TakeRaised());
        return fate;
    }

    private OpenCase Open(CaseId id, CaseRecord? record, BookedProcess booked)
    {
        if (!_machines.TryGetValue(booked.Known.Id, out var machine))
        {
            _machines.Add(booked.Known.Id, machine = new(booked.Process, booked.Tables));
        }

        var open = new OpenCase(id, record, booked, machine);
        _open.Add(id, open);
        _order.Add(open);
        return open;
    }

    /// <summary>Keeps an event that no case takes, with a task for a human.</summary>
    private EventFate Beside(ProcessEvent raised, DiagnosticCode cause)
    {
        var kept = new CaseEvent(
            raised.Establishment, raised.World, $"{raised.Process}/{raised.Case}/{raised.Name}/{raised.Identity}", $"{raised.Process}.{raised.Name}", raised.Case ?? "", raised.Message ?? 0, null, raised.At);
        _beside.Add(new JournalWrite.RaiseEvent(kept));
        _beside.Add(new JournalWrite.OpenWorkItem(CaseTasks.NoCase(raised, cause)));
        return new(FateKind.NoCase, null);
    }

    private List<JournalWrite> Writes()
    {
        var writes = new List<JournalWrite>(_order.Count * 3 + _beside.Count);
        var definitions = new HashSet<long>();
        var ordinal = 0;
        foreach (var open in _order)
        {
            if (open.IsNew && definitions.Add(open.Booked.Known.Id))
            {
                writes.Add(new JournalWrite.PutCaseDefinition(open.Booked.Known));
            }

            if (open.AddWrites(writes, ordinal))
            {
                ordinal++;
            }
        }

        writes.AddRange(_beside);
        return writes;
    }
}

/// <summary>What tells a case from all others.</summary>
internal readonly record struct CaseId(string Establishment, World World, string Process, string Key);
