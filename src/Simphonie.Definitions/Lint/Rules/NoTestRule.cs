using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>Every route, mapping and process has a test beside it: the same name with <c>.test.yaml</c>.</summary>
internal sealed class NoTestRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var definition in set.Parsed.Where(p => p.File.Kind is DefinitionFileKind.Route or DefinitionFileKind.Mapping or DefinitionFileKind.Process))
        {
            var test = TestBeside(definition.File.Full);
            if (!File.Exists(test))
            {
                findings.Add(RouteCodes.NoTest, Place.InFile(definition.File.Shown, 1, 1), $"there is no {Path.GetFileName(test)} beside it.");
            }
        }
    }

    private static string TestBeside(string full) => full[..full.LastIndexOf('.', full.Length - ".yaml".Length - 1)] + ".test.yaml";
}
