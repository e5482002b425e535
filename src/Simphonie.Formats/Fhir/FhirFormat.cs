using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Fhir.Schema;
using Simphonie.Formats.Fhir.Validation;
using Simphonie.Formats.Fhir.Writing;

namespace Simphonie.Formats.Fhir;

/// <summary>FHIR R4 in JSON (http://hl7.org/fhir/R4/json.html), driven by the facts of <c>schemas/fhir</c>.</summary>
public sealed class FhirFormat : IFormat
{
    public const string FormatName = "fhir";

    public const string MediaType = "application/fhir+json";

    public string Name => FormatName;

    public string ContentType => MediaType;

    /// <summary>Reads without copying. Without a schema the tree is that of the JSON: no types, no choice names.</summary>
    public Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema) => FhirDocument.Read(bytes, schema as FhirSchema);

    public void Validate(Document document, ISchema schema, DiagnosticBag findings)
    {
        if (document is not FhirDocument resource || schema is not FhirSchema facts)
        {
            throw new ArgumentException("The document and the schema must be of the format fhir.", nameof(document));
        }

        FhirValidator.Validate(resource.Facts == facts ? resource : FhirDocument.Read(resource.Memory, facts), findings);
    }

    public IDocumentBuilder CreateBuilder(ISchema? schema, string? type) =>
        new FhirBuilder(schema as FhirSchema ?? throw new ArgumentException("Building FHIR needs the facts of a FHIR release.", nameof(schema)), type);

    public void Write(Document document, IBufferWriter<byte> writer)
    {
        if (document is not FhirDocument resource)
        {
            throw new ArgumentException("The document must be of the format fhir.", nameof(document));
        }

        resource.WriteTo(writer);
    }
}
