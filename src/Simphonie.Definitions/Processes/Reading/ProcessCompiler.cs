using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes.Evaluation;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Syntax;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Processes.Reading;

/// <summary>Turns a parsed process file into a <see cref="ProcessDefinition"/>. Every finding of the file is collected.</summary>
internal sealed class ProcessCompiler(ProfileCatalog profiles, IReadOnlyDictionary<string, CodeTable> tables)
{
    /// <summary>Null when a finding of this file is an error.</summary>
    /// <param name="root">As it was read.</param>
    /// <param name="hash">SHA-256 of the file.</param>
    /// <param name="findings">Where findings go.</param>
    public ProcessDefinition? Compile(Setting.Map root, string hash, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        var map = FieldBinder.Bind(root, ProcessFields.All, "a process", own);
        var header = DefinitionReader.Header(root, "process", new());
        var named = map.Scalar("profile");
        var profile = named is null ? ProcessProfile.Empty : profiles.Resolve(named, header?.Effective ?? DateOnly.MaxValue, own);
        var parts = new ProcessParts(HoldReader.Read(map.Map("holds"), ["state", "key"], own), profile ?? ProcessProfile.Empty, HoldReader.Events(map.Map("events"), own));

        // What reads parameters that are not there would only repeat that they are not.
        var process = profile is null || header is null ? null : Read(map, header, parts, hash, own);
        findings.AddRange(own);
        return own.HasErrors ? null : process;
    }

    private ProcessDefinition? Read(Setting.Map map, DefinitionHeader header, ProcessParts parts, string hash, DiagnosticBag findings)
    {
        var expressions = new ProcessExpressions(parts, tables, findings);
        var key = map.Scalar("case") is { } text ? expressions.Key(text) : null;
        var written = map.Map("states");
        var names = written?.Entries.Select(static entry => entry.Key).ToList() ?? [];
        var reader = new StateReader(parts, expressions, new(header.Name, expressions, findings), names, map.Map("transitions"), findings);
        var states = names.Select(name => reader.Read(name, written![name]!, written.PlaceOf(name))).OfType<ProcessState>().ToList();
        var always = map.Scalars("always").Select(text => expressions.Condition(text, null, isTimer: true) is { } condition ? new Invariant(condition, text.Place) : null).OfType<Invariant>().ToList();
        if (states.Count == 0)
        {
            findings.Add(ProcessCodes.NoStates, written?.Place ?? map.Place, "the process has no state.");
            return null;
        }

        if (states.Count(static state => state.First) != 1)
        {
            findings.Add(ProcessCodes.NoFirstState, written!.Place, $"{states.Count(static state => state.First)} states say 'first: true', and exactly one is needed.");
            return null;
        }

        var begins = map.Scalar("begins");
        if (begins is not null && parts.Events.Count > 0 && !parts.Events.ContainsKey(begins.Text))
        {
            findings.Add(ProcessCodes.UndeclaredEvent, begins.Place, $"'events:' does not declare '{begins.Text}'{Suggestion.For(begins.Text, parts.Events.Keys)}");
        }

        var first = begins?.Text ?? states.First(static state => state.First).Name;
        return key is null ? null : new()
        {
            Defaults = [.. parts.Holds.Select(hold => hold.Default is null ? null : expressions.Hold(new(hold.Default, hold.Place), hold, first, isTimer: false))],
            Name = header.Name,
            Version = header.Version,
            Effective = header.Effective,
            Description = map.Text("description"),
            Place = header.Place,
            Case = key,
            Profile = parts.Profile,
            Holds = parts.Holds,
            Events = parts.Events,
            Begins = first,
            States = states,
            Always = always,
            Hash = hash + parts.Profile.Hash,
        };
    }
}
