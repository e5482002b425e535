using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Schemas;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Cli.Composition;

/// <summary>The schemas that come with the product, for commands that need no hub.</summary>
internal static class SchemaFolder
{
    public static ISchemaCatalog Load(DiagnosticBag findings)
    {
        if (!Directory.Exists(Home.Schemas))
        {
            return SchemaCatalog.Empty;
        }

        var load = new DefinitionLoader(DefinitionTooling.For(null)).Load([Home.Schemas]);
        findings.AddRange(load.Findings.Where(finding => finding.Severity == Severity.Error));
        return load.Set.Schemas;
    }
}
