using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Processes.Actions;
using Simphonie.Engine.Processes.Machine;

namespace Simphonie.Engine.Processes;

/// <summary>A case while a batch is applied to it, with the writes that this makes.</summary>
internal sealed class OpenCase
{
    private readonly CaseId _id;
    private readonly CaseMachine _machine;
    private readonly int _revision;
    private readonly long _case;
    private readonly DateTimeOffset? _opened;
    private readonly List<CaseHistory> _history = [];
    private readonly List<int> _appends = [];
    private readonly List<JournalWrite> _effects = [];
    private readonly List<string> _seen = [];
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly List<ProcessEvent> _raised = [];
    private CaseFacts? _facts;
    private string? _alert;
    private string? _holds;
    private int _events;

    public OpenCase(CaseId id, CaseRecord? record, BookedProcess booked, CaseMachine machine)
    {
        (_id, Booked, _machine, Record) = (id, booked, machine, record);
        if (record is null)
        {
            return;
        }

        (_case, _revision, _opened, _alert, _events, _holds) = (record.Id, record.Revision, record.OpenedAt, record.Alert, record.Events, record.Holds);
        var fired = FiredText.Read(record.Fired);
        _facts = new(record.Key, record.State, record.EnteredAt, HoldsText.Read(booked.Process.Holds, record.Holds), fired, null);
    }

    public BookedProcess Booked { get; }

    public bool IsNew => _revision == 0;

    /// <summary>As it will be kept; null before it has begun.</summary>
    public CaseRecord? Record { get; private set; }

    /// <summary>Begins the case; the cause when it cannot.</summary>
    public DiagnosticCode? Begin(ProcessEvent raised, HoldsText text)
    {
        var step = _machine.Begin(_id.Key, new(raised.Name, raised.At, raised.Values));
        if (step.Case is null)
        {
            return step.Cause;
        }

        _met.Add(raised.Identity);
        Take(step, raised, null, text);
        return null;
    }

    public EventFate Meet(ProcessEvent raised, bool known, HoldsText text)
    {
        if (!_met.Add(raised.Identity) || known)
        {
            // What came twice in one batch is told once: its row is not there yet to be counted.
            if (known)
            {
                _seen.Add(raised.Identity);
            }

            return new(FateKind.Absorbed, Record);
        }

        var before = _facts!;
        var step = _machine.Apply(before, new(raised.Name, raised.At, raised.Values));
        if (raised.Quiet && step.Outcome == CaseOutcome.Unexpected)
        {
            step = step with { Outcome = CaseOutcome.Ignored, Cause = null };
        }

        Take(step, raised, before, text);
        return new(
            step.Outcome switch { CaseOutcome.Taken => FateKind.Taken, CaseOutcome.Ignored => FateKind.Ignored, CaseOutcome.Unexpected => FateKind.Unexpected, _ => FateKind.Refused },
            Record);
    }

    /// <summary>Lets every timer come that is due, one after the other.</summary>
    public void Expire(DateTimeOffset now, HoldsText text)
    {
        // A process whose timers are due again and again at once stops here, and goes on at the next turn.
        for (var turn = 0; turn < 16 && _machine.NextOf(_facts!) is { } timer && timer.Due <= now; turn++)
        {
            var before = _facts!;
            var step = _machine.Expire(before, timer, now);
            var raised = new ProcessEvent
            {
                Establishment = _id.Establishment,
                World = _id.World,
                Process = _id.Process,
                Case = _id.Key,
                Name = "timer",
                Identity = string.Create(CultureInfo.InvariantCulture, $"timer/{_events + 1}/{before.State}/{timer.Index}"),
                At = now,
            };
            if (step.Outcome is CaseOutcome.Refused)
            {
                // It has come all the same, or it would come without end.
                step = step with { Case = before with { Fired = [.. before.Fired, timer] } };
            }

            Take(step, raised, before, text);
        }
    }

    public IReadOnlyList<ProcessEvent> TakeRaised()
    {
        if (_raised.Count == 0)
        {
            return [];
        }

        var raised = _raised.ToArray();
        _raised.Clear();
        return raised;
    }

    /// <summary>Adds the writes; false when nothing changed but copies that were counted.</summary>
    public bool AddWrites(List<JournalWrite> writes, int ofCase)
    {
        foreach (var identity in _seen)
        {
            writes.Add(new JournalWrite.SeeCaseEvent(_case, identity));
        }

        if (_history.Count == 0)
        {
            return false;
        }

        writes.Add(new JournalWrite.PutCase(Record!, _revision));
        for (var i = 0; i < _history.Count; i++)
        {
            writes.Add(new JournalWrite.AddCaseEvent(_history[i], ofCase, _appends[i]));
        }

        foreach (var effect in _effects)
        {
            writes.Add(effect switch
            {
                JournalWrite.Append append => append with { OfCase = ofCase },
                JournalWrite.OpenWorkItem { OfCase: >= 0 } open => open with { OfCase = ofCase },
                _ => effect,
            });
        }

        return true;
    }

    private void Take(CaseStep step, ProcessEvent raised, CaseFacts? before, HoldsText text)
    {
        var after = step.Case!;
        _events++;
        _history.Add(new()
        {
            Case = _case,
            Identity = raised.Identity,
            Ordinal = _events,
            Event = raised.Name,
            At = raised.At,
            Outcome = step.Outcome,
            From = before?.State,
            To = after.State,
            Values = text.Write(raised.Values),
            Message = raised.Message,
            CauseCode = step.Cause?.Id,
        });
        _appends.Add(raised.OfAppend);
        if (step.Entered)
        {
            _alert = null;
        }

        if (!ReferenceEquals(before?.Holds, after.Holds) || _holds is null)
        {
            _holds = text.Write(Booked.Process.Holds, after.Holds);
        }

        _facts = after;
        Keep(raised.At);
        Act(step, raised);
        Keep(raised.At);
    }

    private void Keep(DateTimeOffset at)
    {
        var facts = _facts!;
        var next = facts.Next ?? _machine.NextOf(facts);
        var ends = Booked.Process.FindState(facts.State)!.End is not null;
        Record = new()
        {
            Id = _case,
            Establishment = _id.Establishment,
            World = _id.World,
            Process = _id.Process,
            Key = _id.Key,
            Definition = Booked.Known.Id,
            State = facts.State,
            EnteredAt = facts.Entered,
            Holds = _holds!,
            Fired = FiredText.Write(facts.Fired),
            NextAt = next?.Due,
            Alert = _alert,
            OpenedAt = _opened ?? _history[0].At,
            UpdatedAt = at,
            EndedAt = ends ? facts.Entered : null,
            Revision = _revision + 1,
            Events = _events,
        };
    }

    private void Act(CaseStep step, ProcessEvent raised)
    {
        if (step.Cause is { } cause)
        {
            _alert = cause.Title;
            _effects.Add(step.Outcome == CaseOutcome.Unexpected
                ? new JournalWrite.OpenWorkItem(CaseTasks.Alert(Record!, cause, $"{cause.Title} ({raised.Name})", raised.At))
                : new JournalWrite.OpenWorkItem(CaseTasks.Task(Record!, cause, cause.Help, raised.Identity, raised.At, raised.Message), 0));
            return;
        }

        for (var i = 0; i < step.Actions.Count; i++)
        {
            Act(step.Actions[i], raised, string.Create(CultureInfo.InvariantCulture, $"{raised.Identity}/{i}"));
        }
    }

    private void Act(MadeAction action, ProcessEvent raised, string identity)
    {
        switch (action)
        {
            case MadeAction.Send send:
                _effects.Add(new JournalWrite.Append(SentMessage.Of(send, Booked.Process, Record!, identity, raised.At, raised.Message)) { OfCase = 0 });
                break;
            case MadeAction.WorkItem item:
                _effects.Add(new JournalWrite.OpenWorkItem(CaseTasks.Task(Record!, CaseCodes.AskedByProcess, item.What, identity, raised.At, raised.Message), 0));
                break;
            case MadeAction.Alert alert:
                _alert = alert.Text;
                _effects.Add(new JournalWrite.OpenWorkItem(CaseTasks.Alert(Record!, CaseCodes.Alert, alert.Text, raised.At)));
                break;
            case MadeAction.Raise raise:
                _raised.Add(new()
                {
                    Establishment = _id.Establishment,
                    World = _id.World,
                    Process = raise.Process,
                    Case = string.IsNullOrEmpty(raise.Case) ? null : raise.Case,
                    Name = raise.Event,
                    Identity = $"{_id.Process}/{_id.Key}/{identity}",
                    Values = raise.Values,
                    At = raised.At,
                    Message = raised.Message,
                    OfAppend = raised.OfAppend,
                });
                break;
            default:
                throw new InvalidOperationException($"The action {action.GetType().Name} is not known.");
        }
    }
}
