using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Snapshot;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Processes.Reading;

/// <summary>Reads the processes of a set with their parameters.</summary>
internal static class ProcessReader
{
    public static IReadOnlyList<ProcessDefinition> Read(IReadOnlyList<ParsedDefinition> parsed, IReadOnlyDictionary<string, CodeTable> tables, DiagnosticBag findings)
    {
        var profiles = parsed.Where(static p => p.File.Kind == DefinitionFileKind.Parameters)
            .Select(file => ProfileReader.Read(file.Root, file.File.Hash, findings)).OfType<ProcessProfile>().ToList();
        var compiler = new ProcessCompiler(new(profiles), tables);
        return [.. parsed.Where(static p => p.File.Kind == DefinitionFileKind.Process).Select(file => compiler.Compile(file.Root, file.File.Hash, findings)).OfType<ProcessDefinition>()];
    }
}
