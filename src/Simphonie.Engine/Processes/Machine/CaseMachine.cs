using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Processes.Evaluation;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Processes.Machine;

/// <summary>
/// Takes cases of one process from step to step: (definition, case, event or timer) to (case, actions), nothing else, and the same for the same.
/// It keeps what evaluation needs between steps, so that one serves hundreds of cases; used by one thread at a time.
/// </summary>
internal sealed class CaseMachine
{
    private static readonly IReadOnlyList<MadeAction> s_none = [];
    private readonly ProcessDefinition _process;
    private readonly CaseContext _document;
    private readonly EvaluationContext _evaluation;
    private readonly List<Item> _items = [];

    public CaseMachine(ProcessDefinition process, IReadOnlyDictionary<string, CodeTable> tables)
    {
        _process = process;
        _document = new(process.Holds, process.Profile);
        _evaluation = new() { Focus = _document.Root, Tables = tables };
    }

    public ProcessDefinition Process => _process;

    /// <summary>Begins a case; its event fills the holds of the same names.</summary>
    public CaseStep Begin(string key, in Happening happening)
    {
        var holds = new Value[_process.Holds.Count];
        var begun = new CaseFacts(key, _process.First.Name, happening.At, holds, [], null);
        Look(begun, happening);
        for (var i = 0; i < holds.Length; i++)
        {
            var hold = _process.Holds[i];
            var given = Given(happening.Values, hold.Name) is { IsNone: false } value ? value : _process.Defaults[i] is { } initial ? ValueOf(initial) : Value.None;
            if (!HoldValue.TryConvert(given, hold.Kind, out holds[i]) || (holds[i].IsNone && !hold.Optional))
            {
                return new(CaseOutcome.Refused, null, s_none, CaseCodes.Missing);
            }
        }

        var step = Enter(begun, begun, _process.First, [], happening.At);
        return step.Outcome == CaseOutcome.Taken ? step : step with { Case = null };
    }

    /// <summary>Brings an event to a case.</summary>
    public CaseStep Apply(CaseFacts @case, in Happening happening)
    {
        var state = StateOf(@case);
        Look(@case, happening);
        var named = false;
        foreach (var transition in state.On)
        {
            if (!string.Equals(transition.Event, happening.Name, StringComparison.Ordinal))
            {
                continue;
            }

            named = true;
            if (transition.If is null || transition.If.IsTrue(_evaluation))
            {
                return Take(@case, state, transition, happening.At);
            }
        }

        return state.Ignore.Contains(happening.Name)
            ? new(CaseOutcome.Ignored, @case, s_none, null)
            : Stopped(@case, _evaluation.Findings.HasErrors ? CaseCodes.NotComputed : named ? CaseCodes.GuardFailed : CaseCodes.Unexpected);
    }

    /// <summary>Lets the timer come that is due next. Where its condition is false it has come and gone.</summary>
    public CaseStep Expire(CaseFacts @case, CaseTimer timer, DateTimeOffset at)
    {
        var state = StateOf(@case);
        var fired = @case with { Fired = [.. @case.Fired.Where(other => other.Index != timer.Index), timer] };
        Look(fired, null, at);
        var transition = state.At[timer.Index];
        return transition.If is null || transition.If.IsTrue(_evaluation)
            ? Take(fired, state, transition, at)
            : new(CaseOutcome.Ignored, fired with { Next = Next(fired, state) }, s_none, null);
    }

    /// <summary>The timer that is due next; null for none.</summary>
    public CaseTimer? NextOf(CaseFacts @case)
    {
        if (@case.Next is { } known)
        {
            return known;
        }

        Look(@case, null);
        return Next(@case, StateOf(@case));
    }

    private ProcessState StateOf(CaseFacts @case) =>
        _process.FindState(@case.State) ?? throw new InvalidOperationException($"{_process.Name}@{_process.Version} has no state {@case.State}.");

    private CaseStep Take(CaseFacts @case, ProcessState state, Transition transition, DateTimeOffset at)
    {
        var holds = @case.Holds;
        if (transition.Set.Count > 0)
        {
            holds = [.. holds];
            foreach (var set in transition.Set)
            {
                if (!TryCompute(set, out holds[set.Index]))
                {
                    return Stopped(@case, CaseCodes.NotComputed);
                }
            }
        }

        var actions = new List<MadeAction>();
        var changed = @case with { Holds = holds };
        _document.Holds = holds;
        Make(transition.Actions, actions);
        if (transition.To is { } to)
        {
            return Enter(@case, changed, _process.FindState(to)!, actions, at);
        }

        return Settle(@case, changed with { Next = Next(changed, state) }, actions);
    }

    private CaseStep Enter(CaseFacts before, CaseFacts changed, ProcessState state, List<MadeAction> actions, DateTimeOffset at)
    {
        var entered = changed with { State = state.Name, Entered = at, Fired = [] };
        _document.State = state.Name;
        _document.Entered = at;
        _document.Holds = entered.Holds;
        Make(state.Enter, actions);
        return Settle(before, entered with { Next = Next(entered, state) }, actions) with { Entered = true };
    }

    /// <summary>A step that would break what must always hold, or of which a part could not be computed, is not taken at all.</summary>
    private CaseStep Settle(CaseFacts before, CaseFacts after, List<MadeAction> actions)
    {
        foreach (var invariant in _process.Always)
        {
            if (!invariant.Condition.IsTrue(_evaluation))
            {
                return Stopped(before, _evaluation.Findings.HasErrors ? CaseCodes.NotComputed : CaseCodes.Broken);
            }
        }

        return _evaluation.Findings.HasErrors ? Stopped(before, CaseCodes.NotComputed) : new(CaseOutcome.Taken, after, actions.Count == 0 ? s_none : actions, null);
    }

    private static CaseStep Stopped(CaseFacts @case, DiagnosticCode cause) =>
        new(cause == CaseCodes.Unexpected || cause == CaseCodes.GuardFailed ? CaseOutcome.Unexpected : CaseOutcome.Refused, @case, s_none, cause);

    private void Look(CaseFacts @case, in Happening? happening, DateTimeOffset? at = null)
    {
        _document.Key = @case.Key;
        _document.State = @case.State;
        _document.Entered = @case.Entered;
        _document.Holds = @case.Holds;
        _document.Event = happening?.Name;
        _document.EventAt = happening?.At ?? default;
        _document.EventValues = happening?.Values ?? [];
        _evaluation.Now = happening?.At ?? at ?? @case.Entered;
        if (_evaluation.Findings.Count > 0)
        {
            _evaluation.Findings = new();
        }
    }

    /// <summary>The earliest timer that has not come for its instant.</summary>
    private CaseTimer? Next(CaseFacts @case, ProcessState state)
    {
        CaseTimer? next = null;
        for (var i = 0; i < state.At.Count; i++)
        {
            if (InstantValue.TryRead(ValueOf(state.At[i].Due), out var due) && (next is null || due < next.Value.Due) && !@case.Fired.Contains(new(i, due)))
            {
                next = new(i, due);
            }
        }

        return next;
    }

    private bool TryCompute(SetHold set, out Value value)
    {
        var hold = _process.Holds[set.Index];
        return HoldValue.TryConvert(ValueOf(set.Value), hold.Kind, out value) && (hold.Optional || !value.IsNone) && !_evaluation.Findings.HasErrors;
    }

    private void Make(IReadOnlyList<CaseAction> actions, List<MadeAction> into)
    {
        foreach (var action in actions)
        {
            into.Add(action switch
            {
                CaseAction.Send send => new MadeAction.Send(send.Name, Compute(send.Values)),
                CaseAction.WorkItem item => new MadeAction.WorkItem(item.What),
                CaseAction.Alert alert => new MadeAction.Alert(alert.Text),
                CaseAction.Raise raise => new MadeAction.Raise(raise.Event, raise.Process, raise.Case is null ? null : ValueOf(raise.Case).Text, Compute(raise.Values)),
                _ => throw new InvalidOperationException($"The action {action.GetType().Name} is not known."),
            });
        }
    }

    private List<KeyValuePair<string, Value>> Compute(IReadOnlyList<NamedExpression> expressions)
    {
        var values = new List<KeyValuePair<string, Value>>(expressions.Count);
        foreach (var (name, expression) in expressions)
        {
            if (ValueOf(expression) is { IsNone: false } value)
            {
                values.Add(new(name, value));
            }
        }

        return values;
    }

    /// <summary>The value of the single item; none when there is none. Several are a finding.</summary>
    private Value ValueOf(Expression expression)
    {
        _items.Clear();
        expression.Evaluate(_evaluation, _items);
        if (_items.Count > 1)
        {
            _evaluation.Findings.Add(FhirPathCodes.Several, Place.InMessage("case"), FhirPathCodes.Several.Title);
        }

        return _items.Count != 1 ? Value.None : _items[0].IsNode ? _items[0].Node.Value : _items[0].Value;
    }

    private static Value Given(IReadOnlyList<KeyValuePair<string, Value>> values, string hold)
    {
        foreach (var (name, value) in values)
        {
            if (string.Equals(name, hold, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return Value.None;
    }
}
