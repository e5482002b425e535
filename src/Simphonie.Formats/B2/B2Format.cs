using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.B2.Reading;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Validation;
using Simphonie.Formats.B2.Writing;

namespace Simphonie.Formats.B2;

/// <summary>The norm B2, as hospitals send invoices to caisses.</summary>
public sealed class B2Format : IFormat, IStreamedFormat
{
    internal const string FormatName = "b2";

    private const int Head = 512;
    private const int SeveralDelimiters = 2;

    public string Name => FormatName;

    public string ContentType => "application/EDI-consent";

    /// <summary>True for bytes that begin as a B2 file: as NOEMIE does too, but without several <c>@</c> in the first 512 bytes.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("000"u8) && bytes[..Math.Min(bytes.Length, Head)].Count((byte)'@') < SeveralDelimiters;

    /// <inheritdoc/>
    public Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema) => B2Document.Read(bytes, schema as B2Schema);

    /// <inheritdoc/>
    public void Validate(Document document, ISchema schema, DiagnosticBag findings)
    {
        if (document is B2Document file && schema is B2Schema known)
        {
            new B2Validator(known, findings, file.Extent).Run(file.Bytes.Span, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Validate(Stream stream, ISchema schema, DiagnosticBag findings, CancellationToken cancellationToken)
    {
        if (schema is B2Schema known)
        {
            new B2Validator(known, findings).Run(stream, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public IDocumentBuilder CreateBuilder(ISchema? schema, string? type) => new B2Builder(schema as B2Schema, type);

    /// <inheritdoc/>
    public void Write(Document document, IBufferWriter<byte> writer)
    {
        if (document is IWritableDocument writable)
        {
            writable.WriteTo(writer);
        }
    }
}
