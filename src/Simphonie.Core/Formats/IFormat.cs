using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;

namespace Simphonie.Core.Formats;

/// <summary>
/// A codec between bytes and documents. Stateless and thread-safe. Bad bytes are findings, never exceptions.
/// </summary>
public interface IFormat
{
    /// <summary>Name as definitions write it: <c>hl7v2</c>.</summary>
    string Name { get; }

    /// <summary>MIME type of what it writes.</summary>
    string ContentType { get; }

    /// <summary>Reads without copying: the bytes must stay unchanged for the life of the document.</summary>
    Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema);

    /// <summary>Checks a document of this format against a schema of this format; all findings at once.</summary>
    void Validate(Document document, ISchema schema, DiagnosticBag findings);

    /// <summary>A builder for an output document. <paramref name="type"/> is what stands after <c>#</c> in the reference (<c>fhir/r4#Bundle</c>), null for the schema's root.</summary>
    IDocumentBuilder CreateBuilder(ISchema? schema, string? type);

    /// <summary>Writes a document of this format. One that was read and not changed gives the same bytes.</summary>
    void Write(Document document, IBufferWriter<byte> writer);
}
