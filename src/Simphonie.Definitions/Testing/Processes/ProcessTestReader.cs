using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Processes.Evaluation;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Testing.Processes;

/// <summary>Reads test files of processes.</summary>
internal static class ProcessTestReader
{
    private static readonly string[] s_fates = ["unexpected", "ignored", "refused", "absorbed"];

    /// <summary>True for the test of a process: it says so, or a process of the same name stands beside it.</summary>
    public static bool IsOfProcess(ParsedDefinition test, DefinitionSet set) => test.Root["process"] is not null || Beside(test, set) is not null;

    public static void Read(ParsedDefinition file, DefinitionSet set, List<DefinitionTest> tests, DiagnosticBag findings)
    {
        var map = FieldBinder.Bind(file.Root, ProcessTestFields.File, "a test file of a process", findings);
        var named = map.Scalar("process");
        var target = named is null ? Beside(file, set) : set.Named.FirstOrDefault(p => p.Header!.Kind == "process" && p.Header.Name == named.Text);
        if (target is null)
        {
            findings.Add(TestCodes.NoTarget, named!.Place, $"there is no process '{named.Text}'.");
            return;
        }

        // Without the process, its values have no types: what is wrong with it has been said.
        if (set.Processes.Where(one => one.Name == target.Header!.Name).MaxBy(static one => one.Effective) is not { } process)
        {
            return;
        }

        foreach (var test in map.Items("tests").OfType<Setting.Map>())
        {
            var before = findings.Count;
            if (test.Scalar("name") is { } name && Read(test, name, target, process, findings) is { } read && findings.Count == before)
            {
                tests.Add(read);
            }
        }
    }

    private static ParsedDefinition? Beside(ParsedDefinition test, DefinitionSet set) =>
        set.Named.FirstOrDefault(p => p.File.Full == test.File.Full[..^".test.yaml".Length] + ".process.yaml");

    private static ProcessTest Read(Setting.Map test, Setting.Scalar name, ParsedDefinition target, ProcessDefinition process, DiagnosticBag findings)
    {
        var events = test.Items("events").OfType<Setting.Map>().Select((map, i) => Event(map, i, process, findings)).ToList();
        return new()
        {
            Name = name.Text,
            Place = name.Place,
            Target = target.Header!,
            Messages = [],
            Now = events.Count > 0 ? events[0].At : default,
            Expectations = [],
            Events = events,
            Until = test.Scalar("until") is { } until ? Instant(until, findings) : null,
            Expected = [.. test.Items("expect").OfType<Setting.Map>().Select(map => Expect(map, findings)).OfType<ProcessExpectation>()],
        };
    }

    private static TestEvent Event(Setting.Map map, int ordinal, ProcessDefinition process, DiagnosticBag findings)
    {
        var name = map.Text("event") ?? "";
        var declared = process.Events.GetValueOrDefault(name)?.Values ?? (name == process.Begins ? process.Holds : []);
        var values = new List<KeyValuePair<string, Value>>();
        foreach (var (key, value) in map.Map("with")?.Entries ?? [])
        {
            var text = (value as Setting.Scalar)?.Text ?? "";
            var kind = declared.FirstOrDefault(hold => hold.Name == key)?.Kind ?? process.Holds.FirstOrDefault(hold => hold.Name == key)?.Kind;
            var typed = kind is { } known ? HoldValue.Parse(text, known) : Guess(text);
            if (typed.IsNone)
            {
                findings.Add(SyntaxCodes.WrongShape, value.Place, $"'{key}' is no {kind?.ToString().ToLowerInvariant() ?? "value"}.");
            }

            values.Add(new(key, typed));
        }

        return new(name, map.Scalar("at") is { } at ? Instant(at, findings) : default, map.Text("identity") ?? $"event {ordinal.ToString(CultureInfo.InvariantCulture)}", values, map.Place);
    }

    private static Value Guess(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Value.OfLong(number) : Value.Of(text);

    private static DateTimeOffset Instant(Setting.Scalar text, DiagnosticBag findings)
    {
        if (InstantValue.TryRead(Value.OfDateTime(text.Text), out var instant))
        {
            return instant;
        }

        findings.Add(SyntaxCodes.WrongShape, text.Place, "an instant is written such as 2026-01-05T09:00:00+01:00.");
        return default;
    }

    private static ProcessExpectation? Expect(Setting.Map map, DiagnosticBag findings)
    {
        var place = map.Place;
        var times = map.Integer("times") ?? 1;
        ProcessExpectation? expectation = map switch
        {
            _ when map.Text("state") is { } state => new ProcessExpectation.State(state, place),
            _ when map.Text("end") is { } end => new ProcessExpectation.End(end, place),
            _ when map.Map("holds") is { } holds => new ProcessExpectation.Holds(Texts(holds), place),
            _ when map.Text("sent") is { } sent => new ProcessExpectation.Sent(sent, times, map.Map("with") is { } with ? Texts(with) : [], place),
            _ when map["nothing_sent"] is not null => new ProcessExpectation.NothingSent([.. map.Scalars("nothing_sent").Select(static s => s.Text)], place),
            _ when map.Text("raised") is { } raised => new ProcessExpectation.Raised(raised, times, place),
            _ when map.Text("work_item") is { } item => new ProcessExpectation.WorkItem(item, place),
            _ when map.Integer("work_items") is { } items => new ProcessExpectation.WorkItems(items, place),
            _ when map.Text("alert") is { } alert => new ProcessExpectation.Alert(alert, place),
            _ when map.Integer("alerts") is { } alerts => new ProcessExpectation.Alerts(alerts, place),
            _ when Array.Find(s_fates, fate => map[fate] is not null) is { } fate => new ProcessExpectation.Fate(fate, map.Text(fate)!, times, place),
            _ => null,
        };
        if (expectation is null)
        {
            findings.Add(TestCodes.BadExpectation, place, "an expectation says one thing, such as 'state:', 'holds:', 'sent:' or 'unexpected:'.");
        }

        return expectation;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Texts(Setting.Map map) =>
        [.. map.Entries.Select(static entry => new KeyValuePair<string, string>(entry.Key, (entry.Value as Setting.Scalar)?.Text ?? ""))];
}
