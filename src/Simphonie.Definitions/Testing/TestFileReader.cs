using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Syntax;
using Simphonie.Definitions.Testing.Processes;

namespace Simphonie.Definitions.Testing;

/// <summary>Reads the tests of a definition set.</summary>
public static class TestFileReader
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(1));

    /// <summary>All tests of the set in order of file and line; what is wrong with them is a finding.</summary>
    public static IReadOnlyList<DefinitionTest> Read(DefinitionSet set, DiagnosticBag findings)
    {
        var tests = new List<DefinitionTest>();
        foreach (var file in set.Parsed.Where(p => p.File.Kind == DefinitionFileKind.Test))
        {
            if (ProcessTestReader.IsOfProcess(file, set))
            {
                ProcessTestReader.Read(file, set, tests, findings);
                continue;
            }

            var map = FieldBinder.Bind(file.Root, TestFields.File, "a test file", findings);
            if (Target(map, file, set, findings) is { } target)
            {
                Read(map, file.File, target, tests, findings);
            }
        }

        return tests;
    }

    private static void Read(Setting.Map map, DefinitionFile file, DefinitionHeader target, List<DefinitionTest> tests, DiagnosticBag findings)
    {
        var names = new Dictionary<string, Place>(StringComparer.Ordinal);
        var contents = new TestContents(Path.GetDirectoryName(file.Full)!, findings);
        foreach (var test in map.Items("tests").OfType<Setting.Map>())
        {
            if (test.Scalar("name") is not { } name)
            {
                continue;
            }

            if (!names.TryAdd(name.Text, name.Place))
            {
                findings.Add(TestCodes.SameName, name.Place, $"a test of this name stands at line {names[name.Text].Line} already.");
            }

            var before = findings.Count;
            DefinitionTest read = target.Kind == "route" ? Route(test, name, target, contents, findings) : Mapping(test, name, target, contents, findings);
            if (findings.Count == before)
            {
                tests.Add(read);
            }
        }
    }

    private static RouteTest Route(Setting.Map test, Setting.Scalar name, DefinitionHeader target, TestContents contents, DiagnosticBag findings) => new()
    {
        Name = name.Text,
        Place = name.Place,
        Target = target,
        Messages = contents.ReadAll(test.Scalars("message")),
        Now = Now(test, findings),
        Channel = test.Text("channel"),
        Endpoints = MockReader.Read(test.Map("endpoints"), contents, findings),
        Ledger = Ledger(test),
        Lots = test.Map("lots") is { } lots ? TestLots.Read(lots, contents.Folder, findings) : null,
        Expectations = ExpectationReader.Read(test, isRoute: true, findings),
    };

    private static MappingTest Mapping(Setting.Map test, Setting.Scalar name, DefinitionHeader target, TestContents contents, DiagnosticBag findings) => new()
    {
        Name = name.Text,
        Place = name.Place,
        Target = target,
        Messages = contents.ReadAll(test.Scalars("message")),
        Now = Now(test, findings),
        Focus = test.Scalar("focus"),
        Documents = contents.ReadMap(test.Map("documents")),
        Ledger = Ledger(test),
        Expectations = ExpectationReader.Read(test, isRoute: false, findings),
    };

    private static IReadOnlyList<TestLedgerEntry> Ledger(Setting.Map test) =>
        [.. test.Items("ledger").OfType<Setting.Map>().Select(e => new TestLedgerEntry(e.Text("kind") ?? "", e.Text("key") ?? "", e.Text("value") ?? ""))];

    private static DateTimeOffset Now(Setting.Map test, DiagnosticBag findings)
    {
        if (test.Scalar("now") is not { } text)
        {
            return s_now;
        }

        if (DateTimeOffset.TryParse(text.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now))
        {
            return now;
        }

        findings.Add(SyntaxCodes.WrongShape, text.Place, "'now' must be an instant such as 2024-03-06T11:00:00+01:00.");
        return s_now;
    }

    /// <summary>The definition that the file names, else the one whose file has the same name but for its ending.</summary>
    private static DefinitionHeader? Target(Setting.Map map, ParsedDefinition test, DefinitionSet set, DiagnosticBag findings)
    {
        var named = map.Scalar("route") ?? map.Scalar("mapping");
        var kind = map["route"] is not null ? "route" : "mapping";
        var stem = test.File.Full[..^".test.yaml".Length];
        var target = named is not null
            ? set.Named.FirstOrDefault(p => p.Header!.Kind == kind && p.Header.Name == named.Text)
            : set.Named.FirstOrDefault(p => p.File.Full == stem + ".route.yaml" || p.File.Full == stem + ".map.yaml");
        if (target is null)
        {
            findings.Add(TestCodes.NoTarget, named?.Place ?? Place.InFile(test.File.Shown, 1, 1), named is null ? "no route or mapping of this name stands beside it." : $"there is no {kind} '{named.Text}'.");
        }

        return target?.Header;
    }
}
