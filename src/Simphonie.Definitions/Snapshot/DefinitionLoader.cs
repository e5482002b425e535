using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Lint;
using Simphonie.Definitions.Processes.Reading;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Snapshot;

/// <summary>
/// Reads, checks and compiles a whole set of definitions. The outcome depends on the files' paths and contents only. Thread-safe.
/// </summary>
public sealed class DefinitionLoader(DefinitionTools tools)
{
    private readonly SchemaReader _schemas = new(tools.SchemaLoaders);

    /// <summary>Loads folders (or single files). Everything wrong is a finding; nothing short-circuits.</summary>
    public DefinitionLoad Load(IReadOnlyList<string> paths)
    {
        var findings = new DiagnosticBag();
        var files = DefinitionFolder.Read(paths, findings);
        return Build(files, tools, findings);
    }

    /// <summary>
    /// Compiles the packed content of an older revision, as <c>replay --against</c> needs it: names of the site that are gone are then no error.
    /// Throws <see cref="DefinitionException"/> when the content is not that of the revision or compiles no longer.
    /// </summary>
    public DefinitionSnapshot Compile(string revision, ReadOnlyMemory<byte> content)
    {
        var folder = Directory.CreateTempSubdirectory("simphonie-definitions-").FullName;
        try
        {
            var findings = new DiagnosticBag();
            var files = DefinitionFolder.Read(Unpack(content, folder), findings);
            if (DefinitionPack.RevisionOf(files) != revision)
            {
                throw new DefinitionException([Diagnostic.Of(SnapshotCodes.BadPack, Place.Whole, "the stored content is not that of the revision.")]);
            }

            var load = Build(files, tools with { Site = tools.Site is null ? null : tools.Site with { Strict = false } }, findings);
            return load.Snapshot ?? throw new DefinitionException([.. load.Findings.Where(f => f.Severity == Severity.Error)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<string> Unpack(ReadOnlyMemory<byte> content, string folder)
    {
        try
        {
            return DefinitionPack.Unpack(content, folder);
        }
        catch (InvalidDataException)
        {
            throw new DefinitionException([Diagnostic.Of(SnapshotCodes.BadPack, Place.Whole, "the stored content cannot be read.")]);
        }
    }

    private DefinitionLoad Build(IReadOnlyList<DefinitionFile> files, DefinitionTools with, DiagnosticBag findings)
    {
        var parsed = DefinitionParser.Parse(files, findings);
        var schemas = _schemas.Read(files, findings);
        var tables = TableReader.Read(parsed, findings);
        var mappings = MappingReader.Read(parsed, with, schemas, tables, findings);
        var processes = ProcessReader.Read(parsed, tables, findings);
        var compiler = new RouteCompiler(new()
        {
            Processes = processes,
            Schemas = schemas,
            Mappings = mappings,
            Tables = tables,
            Expressions = new RouteExpressions(tables.Keys),
            Site = with.Site,
        });
        var routes = parsed.Where(p => p.File.Kind == DefinitionFileKind.Route).Select(p => compiler.Compile(p.Root, findings)).OfType<Route>().ToList();
        var set = new DefinitionSet { Files = files, Parsed = parsed, Routes = routes, Processes = processes, Mappings = mappings, Schemas = schemas };
        LintRules.Run(set, findings);
        var sorted = FindingOrder.Sort(findings);
        return new(findings.HasErrors ? null : Snapshot(set, [.. set.Routes, .. with.BuiltIn], tables), set, sorted);
    }

    private static DefinitionSnapshot Snapshot(DefinitionSet set, IReadOnlyList<Route> routes, IReadOnlyDictionary<string, Formats.FhirPath.CodeTable> tables)
    {
        var channels = RouteIndex.Of(routes);
        return new()
        {
            Revision = DefinitionPack.RevisionOf(set.Files),
            Routes = routes,
            Processes = set.Processes,
            Mappings = set.Mappings.All,
            Schemas = set.Schemas,
            Tables = tables,
            Entries = [.. set.Named.Select(p => new DefinitionEntry(p.Header!, p.File.Path, p.File.Hash))],
            Content = DefinitionPack.Pack(set.Files),
            RoutesFrom = channel => channels.GetValueOrDefault(channel, []),
        };
    }
}
