using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Schemas;

namespace Simphonie.Definitions.Snapshot;

/// <summary>Loads the schemas of a set. Keeps the last catalog, since schemas are large and change less often than routes.</summary>
internal sealed class SchemaReader(IReadOnlyList<ISchemaLoader> loaders)
{
    private readonly Lock _lock = new();
    private (string Revision, SchemaCatalog Catalog, IReadOnlyList<Diagnostic> Findings)? _last;

    public SchemaCatalog Read(IReadOnlyList<DefinitionFile> files, DiagnosticBag findings)
    {
        var schemas = files.Where(f => f.Kind == DefinitionFileKind.Schema).ToList();
        var revision = DefinitionPack.RevisionOf(schemas);
        lock (_lock)
        {
            if (_last?.Revision != revision)
            {
                var own = new DiagnosticBag();
                _last = (revision, Load(schemas, own), own);
            }

            findings.AddRange(_last.Value.Findings);
            return _last.Value.Catalog;
        }
    }

    private SchemaCatalog Load(List<DefinitionFile> files, DiagnosticBag findings)
    {
        var schemas = new List<ISchema>();
        var seen = new Dictionary<string, DefinitionFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var loader = loaders.FirstOrDefault(l => l.CanLoad(file.Full));
            if (loader is null)
            {
                WarnOfStray(file, findings);
            }
            else if (loader.Load(file.Full, findings) is { } schema)
            {
                Add(schema, file, schemas, seen, findings);
            }
        }

        return new(schemas);
    }

    private static void Add(ISchema schema, DefinitionFile file, List<ISchema> schemas, Dictionary<string, DefinitionFile> seen, DiagnosticBag findings)
    {
        var id = $"{schema.Header.Id}@{schema.Header.Version}";
        if (!seen.TryAdd(id, file))
        {
            findings.Add(Routes.RouteCodes.SameVersion, Place.InFile(file.Shown, 1, 1), $"schema {id} is defined in {seen[id].Shown} too.");
            return;
        }

        if (schemas.Find(s => s.Header.Id == schema.Header.Id && s.Header.Effective == schema.Header.Effective) is { } other)
        {
            findings.Add(Routes.RouteCodes.SameDate, Place.InFile(file.Shown, 1, 1), $"schema {id} is effective on the same date as version {other.Header.Version}.");
        }

        schemas.Add(schema);
    }

    /// <summary>A YAML file that nothing reads is most often a misspelt ending.</summary>
    private static void WarnOfStray(DefinitionFile file, DiagnosticBag findings)
    {
        if (!file.Path.StartsWith("schemas", StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal))
        {
            findings.Add(SnapshotCodes.UnknownFile, Place.InFile(file.Shown, 1, 1), "the hub reads no definition from a file of this name.");
        }
    }
}
