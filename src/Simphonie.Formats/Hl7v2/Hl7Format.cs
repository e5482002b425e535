using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;
using Simphonie.Formats.Hl7v2.Validation;
using Simphonie.Formats.Hl7v2.Writing;

namespace Simphonie.Formats.Hl7v2;

/// <summary>HL7 v2 in its ER7 encoding.</summary>
public sealed class Hl7Format : IFormat
{
    internal const string FormatName = "hl7v2";

    public string Name => FormatName;

    public string ContentType => "x-application/hl7-v2+er7";

    /// <inheritdoc/>
    public Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema) => Hl7Document.Read(bytes, schema as Hl7Schema);

    /// <inheritdoc/>
    public void Validate(Document document, ISchema schema, DiagnosticBag findings)
    {
        if (document is Hl7Document message && schema is Hl7Schema known)
        {
            Hl7Validator.Validate(message, known, findings);
        }
    }

    /// <inheritdoc/>
    public IDocumentBuilder CreateBuilder(ISchema? schema, string? type) => new Hl7Builder(schema as Hl7Schema);

    /// <inheritdoc/>
    public void Write(Document document, IBufferWriter<byte> writer)
    {
        if (document is IWritableDocument writable)
        {
            writable.WriteTo(writer);
        }
    }
}
