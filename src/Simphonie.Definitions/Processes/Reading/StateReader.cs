using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes.Evaluation;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Processes.Reading;

/// <summary>Reads states with their transitions.</summary>
internal sealed class StateReader(ProcessParts parts, ProcessExpressions expressions, ActionReader actions, IReadOnlyList<string> states, Setting.Map? shared, DiagnosticBag findings)
{
    public ProcessState? Read(string name, Setting setting, Place place)
    {
        if (setting is not Setting.Map map)
        {
            findings.Add(SyntaxCodes.WrongShape, setting.Place, $"the state '{name}' is a map, such as {{end: done}}.");
            return null;
        }

        var (own, values) = ActionReader.Part(map, ProcessFields.State);
        var bound = FieldBinder.Bind(own, ProcessFields.State, $"the state '{name}'", findings);
        return new()
        {
            Name = name,
            Place = place,
            First = bound.Boolean("first"),
            End = bound.Text("end"),
            Enter = [.. actions.Entering(bound.Items("enter")), .. actions.Read(bound, values, null, isTimer: true)],
            On = [.. Pairs(bound, "on", "an event").Select(pair => OnEvent(pair.Key, pair.Map, pair.Place)).OfType<EventTransition>()],
            At = [.. Pairs(bound, "at", "an instant").Select(pair => AtTime(pair.Key, pair.Map, pair.Place)).OfType<TimerTransition>()],
            Ignore = bound.Scalars("ignore").Select(Event).ToHashSet(StringComparer.Ordinal),
        };
    }

    private string Event(Setting.Scalar name)
    {
        CheckEvent(name.Text, name.Place);
        return name.Text;
    }

    private void CheckEvent(string name, Place place)
    {
        if (parts.Events.Count > 0 && !parts.Events.ContainsKey(name))
        {
            findings.Add(ProcessCodes.UndeclaredEvent, place, $"'events:' does not declare '{name}'{Suggestion.For(name, parts.Events.Keys)}");
        }
    }

    private EventTransition? OnEvent(string name, Setting.Map map, Place place)
    {
        CheckEvent(name, place);
        return Transition(new EventTransition(name, place), map, name, isTimer: false, $"the transition by '{name}'");
    }

    private TimerTransition? AtTime(string instant, Setting.Map map, Place place) =>
        expressions.Instant(new(instant, place)) is { } due ? Transition(new TimerTransition(due, place), map, null, isTimer: true, "the transition by time") : null;

    private T Transition<T>(T transition, Setting.Map map, string? happening, bool isTimer, string what)
        where T : Transition
    {
        var (own, values) = ActionReader.Part(map, ProcessFields.Transition);
        var bound = FieldBinder.Bind(own, ProcessFields.Transition, what, findings);
        if ((bound["to"] is null) == !bound.Boolean("stay"))
        {
            findings.Add(ProcessCodes.StayOrTo, transition.Place, $"{what} has either 'to: STATE' or 'stay: true'.");
        }

        if (bound.Scalar("to") is { } to && !states.Contains(to.Text, StringComparer.Ordinal))
        {
            findings.Add(ProcessCodes.UnknownState, to.Place, $"there is no state '{to.Text}'{Suggestion.For(to.Text, states)}");
        }

        return transition with
        {
            If = bound.Scalar("if") is { } condition ? expressions.Condition(condition, happening, isTimer) : null,
            To = bound.Text("to"),
            Set = Sets(bound.Map("set"), happening, isTimer),
            Actions = actions.Read(bound, values, happening, isTimer),
        };
    }

    private List<SetHold> Sets(Setting.Map? map, string? happening, bool isTimer)
    {
        var sets = new List<SetHold>();
        foreach (var (name, value) in map?.Entries ?? [])
        {
            var index = parts.IndexOf(name);
            if (index < 0)
            {
                findings.Add(ProcessCodes.UnknownHold, map!.PlaceOf(name), $"the case does not hold '{name}'{Suggestion.For(name, parts.Holds.Select(static hold => hold.Name))}");
            }
            else if (value is not Setting.Scalar { Text.Length: > 0 } text)
            {
                findings.Add(SyntaxCodes.WrongShape, value.Place, $"what '{name}' becomes is an expression; {{}} in quotes empties it.");
            }
            else if (expressions.Hold(text, parts.Holds[index], happening, isTimer) is { } expression)
            {
                sets.Add(new(index, expression));
            }
        }

        return sets;
    }

    /// <summary>The transitions that several states share, where one of them says <c>use: NAME</c>.</summary>
    private IEnumerable<(string Key, Setting.Map Map, Place Place)> Shared(Setting.Scalar name, string what)
    {
        if (shared?[name.Text] is not { } list)
        {
            findings.Add(ProcessCodes.UnknownTransitions, name.Place, $"'transitions:' has no '{name.Text}'{Suggestion.For(name.Text, shared?.Entries.Select(static entry => entry.Key) ?? [])}");
            return [];
        }

        return Pairs(new([new("transitions", list)], list.Place), "transitions", what);
    }

    /// <summary>Entries of a list of maps with one key each; a map alone is a list of its entries.</summary>
    private IEnumerable<(string Key, Setting.Map Map, Place Place)> Pairs(Setting.Map bound, string field, string what)
    {
        foreach (var item in bound.Items(field))
        {
            foreach (var (key, value) in (item as Setting.Map)?.Entries ?? [])
            {
                if (key == "use" && value is Setting.Scalar name && field == "on")
                {
                    foreach (var one in Shared(name, what))
                    {
                        yield return one;
                    }
                }
                else if (value is Setting.Map transition)
                {
                    yield return (key, transition, ((Setting.Map)item).PlaceOf(key));
                }
                else
                {
                    findings.Add(SyntaxCodes.WrongShape, value.Place, $"after {what} comes a map, such as {{to: STATE}}.");
                }
            }

            if (item is not Setting.Map)
            {
                findings.Add(SyntaxCodes.WrongShape, item.Place, $"'{field}' is a list of {what} with a map each, such as '- NAME: {{to: STATE}}'.");
            }
        }
    }
}
