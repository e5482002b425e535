using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Processes.Reading;

/// <summary>Reads the actions of transitions and states. Beside <c>send</c>, a key that is no other word is a value of the message.</summary>
internal sealed class ActionReader(string process, ProcessExpressions expressions, DiagnosticBag findings)
{
    /// <summary>The map without the values of its <c>send</c>, which a binder would not know; those come second.</summary>
    public static (Setting.Map Own, Setting.Map Values) Part(Setting.Map map, IReadOnlyList<FieldDeclaration> fields)
    {
        var known = fields.Select(static field => field.Name).ToList();
        var isOwn = map.Entries.Select(entry => known.Contains(entry.Key, StringComparer.Ordinal) || map["send"] is null || Suggestion.Nearest(entry.Key, known) is not null).ToList();
        return (Where(map, index => isOwn[index]), Where(map, index => !isOwn[index]));
    }

    /// <param name="map">Bound; with the actions among its keys.</param>
    /// <param name="values">Values of <c>send</c>.</param>
    /// <param name="happening">Name of the event; null where there is none.</param>
    /// <param name="isTimer">There is no event at all.</param>
    public IReadOnlyList<CaseAction> Read(Setting.Map map, Setting.Map values, string? happening, bool isTimer)
    {
        var actions = new List<CaseAction>();
        if (map.Scalar("send") is { } send)
        {
            actions.Add(new CaseAction.Send(send.Text, Values(values, happening, isTimer), send.Place));
        }

        if (map.Scalar("work-item") is { } item)
        {
            actions.Add(new CaseAction.WorkItem(item.Text, item.Place));
        }

        if (map.Scalar("alert") is { } alert)
        {
            actions.Add(new CaseAction.Alert(alert.Text, alert.Place));
        }

        if (map.Map("raise") is { } raise && raise.Scalar("event") is { } name)
        {
            actions.Add(new CaseAction.Raise(
                name.Text,
                raise.Text("process") ?? process,
                raise.Scalar("case") is { } key ? expressions.Any(key, happening, isTimer) : null,
                raise.Map("with") is { } with ? Values(with, happening, isTimer) : [],
                name.Place));
        }

        return actions;
    }

    /// <summary>The actions under <c>enter</c>: one map, or a list of them.</summary>
    public IReadOnlyList<CaseAction> Entering(IReadOnlyList<Setting> items)
    {
        var actions = new List<CaseAction>();
        foreach (var item in items)
        {
            if (item is not Setting.Map map)
            {
                findings.Add(ProcessCodes.BadAction, item.Place, "what is done on entering is a map, such as {send: completion}.");
                continue;
            }

            var (own, values) = Part(map, ProcessFields.Actions);
            actions.AddRange(Read(FieldBinder.Bind(own, ProcessFields.Actions, "an action", findings), values, null, isTimer: true));
        }

        return actions;
    }

    private List<NamedExpression> Values(Setting.Map map, string? happening, bool isTimer)
    {
        var values = new List<NamedExpression>();
        foreach (var (name, value) in map.Entries)
        {
            if (value is not Setting.Scalar { Text.Length: > 0 } text)
            {
                findings.Add(ProcessCodes.BadAction, value.Place, $"the value '{name}' is an expression.");
            }
            else if (expressions.Any(text, happening, isTimer) is { } expression)
            {
                values.Add(new(name, expression));
            }
        }

        return values;
    }

    private static Setting.Map Where(Setting.Map map, Func<int, bool> keep)
    {
        var entries = new List<KeyValuePair<string, Setting>>();
        var places = new List<Place>();
        for (var i = 0; i < map.Entries.Count; i++)
        {
            if (keep(i))
            {
                entries.Add(map.Entries[i]);
                places.Add(map.KeyPlaces.Count > i ? map.KeyPlaces[i] : map.Place);
            }
        }

        return new(entries, map.Place) { KeyPlaces = places };
    }
}
