using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Fhir.Schema;

/// <summary>Loads tables of FHIR facts: files <c>fhir/*.tsv</c>.</summary>
public sealed class FhirSchemaLoader : ISchemaLoader
{
    public bool CanLoad(string path) =>
        path.EndsWith(".tsv", StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(path)) == "fhir";

    public ISchema? Load(string path, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        FhirSchema? schema = null;
        try
        {
            using var reader = new StreamReader(path);
            schema = new FhirSchemaReader(path, own).Read(reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            own.Add(FhirCodes.FactsUnreadable, Place.InFile(path, 1, 1), "the file cannot be opened");
        }

        findings.AddRange(own);
        return schema;
    }
}
