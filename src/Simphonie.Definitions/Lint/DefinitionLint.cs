using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;

namespace Simphonie.Definitions.Lint;

/// <summary>What <c>simphonie lint</c> runs: <c>hub.yaml</c> when there is one, and every definition; all findings at once.</summary>
public static class DefinitionLint
{
    /// <summary>Checks folders or files of definitions, and their tests. Findings come by file, line and column.</summary>
    /// <param name="paths">Folders or files; empty: those that <paramref name="hubFile"/> names.</param>
    /// <param name="hubFile">The site's <c>hub.yaml</c>; null: names of channels and endpoints are not checked.</param>
    /// <param name="kinds">Kinds of channels.</param>
    /// <param name="tools">What definitions are compiled with; its site is set from <paramref name="hubFile"/>.</param>
    public static IReadOnlyList<Diagnostic> Run(IReadOnlyList<string> paths, string? hubFile, IReadOnlyList<IChannelKind> kinds, DefinitionTools tools)
    {
        var findings = new DiagnosticBag();
        var hub = hubFile is null ? null : new HubReader(kinds).ReadFile(hubFile, resolveSecrets: false, findings);
        var folders = paths.Count > 0 ? paths : hub?.Definitions.From ?? [];
        var load = new DefinitionLoader(hub is null ? tools : tools with { Site = SiteNames.Of(hub) }).Load(folders);
        findings.AddRange(load.Findings);
        TestFileReader.Read(load.Set, findings);
        return FindingOrder.Sort(findings);
    }
}
