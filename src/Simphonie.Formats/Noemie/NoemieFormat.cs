using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.Noemie.Reading;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Validation;
using Simphonie.Formats.Noemie.Writing;

namespace Simphonie.Formats.Noemie;

/// <summary>The format <c>noemie</c>: returns of payers, in blocks of 128 bytes or as a plain stream of entities.</summary>
public sealed class NoemieFormat : IFormat, IStreamedFormat
{
    public const string FormatName = "noemie";

    public string Name => FormatName;

    public string ContentType => "application/octet-stream";

    /// <summary>Reads without copying. The layouts of entities are those of the schema, which must be one of this format.</summary>
    public Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema) => NoemieDocument.Read(bytes, Form(schema));

    /// <summary>Transport, levels, fields and every total.</summary>
    public void Validate(Document document, ISchema schema, DiagnosticBag findings)
    {
        if (document is not NoemieDocument message || schema is not NoemieSchema form)
        {
            findings.Add(NoemieCodes.WrongFormat, Place.Whole, "The document or the schema is not of the format noemie.");
            return;
        }

        ReturnScan.Run(new MemorySource(message.Bytes), form, withFields: true, new FindingList(findings));
    }

    /// <inheritdoc/>
    public void Validate(Stream stream, ISchema schema, DiagnosticBag findings, CancellationToken cancellationToken) =>
        ReturnScan.Run(new StreamSource(stream, cancellationToken), Form(schema), withFields: true, new FindingList(findings));

    public IDocumentBuilder CreateBuilder(ISchema? schema, string? type) => new NoemieBuilder(Form(schema));

    public void Write(Document document, IBufferWriter<byte> writer) => ((IWritableDocument)document).WriteTo(writer);

    /// <summary>
    /// True for bytes that begin as a return does: entity 000, and several <c>@</c> within 512 bytes, which a file of B2 does not have.
    /// </summary>
    public static bool Recognises(ReadOnlySpan<byte> head)
    {
        const int Window = 512;
        const int Several = 2;
        return head.StartsWith("000"u8) && head[..Math.Min(head.Length, Window)].Count((byte)'@') >= Several;
    }

    private static NoemieSchema Form(ISchema? schema) =>
        schema as NoemieSchema ?? throw new ArgumentException("Entities of NOEMIE are read with a schema of the format noemie.", nameof(schema));
}
