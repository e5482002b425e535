using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Tests.Routes;

/// <summary>Loads one route with the project's schemas and a site like the demo's.</summary>
internal static class RouteLint
{
    private static readonly DefinitionLoader s_loader = new(Repository.Tools with { Site = Repository.Site });

    public const string Head = "route: r\nversion: 1\neffective: 2026-01-01\nfrom: gap-adt\nkey: dossier(PID-18)\nexpires: 1 hour\n";

    public static DefinitionLoad Load(string yaml, params (string Name, string Text)[] others)
    {
        using var folder = new TemporaryFolder();
        folder.Write("routes/r.route.yaml", yaml);
        folder.Write("routes/r.test.yaml", "route: r\ntests: []\n");
        foreach (var (name, text) in others)
        {
            folder.Write(name, text);
        }

        return s_loader.Load([Path.Combine(folder.Path, "routes"), Repository.PathOf("schemas")]);
    }

    public static IReadOnlyList<Diagnostic> Findings(string steps) => Load(Head + steps).Findings;

    public static Route Route(string yaml)
    {
        var load = Load(yaml);
        Assert.That(load.Findings.Where(f => f.Severity == Severity.Error), Is.Empty);
        return load.Snapshot!.Routes.Single();
    }
}
