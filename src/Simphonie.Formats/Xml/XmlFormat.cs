using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;

namespace Simphonie.Formats.Xml;

/// <summary>The format <c>xml</c>: XML 1.0 with namespaces and XSD 1.0. No document type, no external entity, bounded depth and size.</summary>
public sealed class XmlFormat(XmlLimits limits) : IFormat
{
    public const string FormatName = "xml";

    public XmlFormat()
        : this(XmlLimits.Default)
    {
    }

    public string Name => FormatName;

    public string ContentType => "application/xml; charset=utf-8";

    public Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema) => XmlMessage.Read(bytes, schema as XsdSchema, limits);

    /// <summary>What reading found first; a document that is not well formed is not validated further.</summary>
    public void Validate(Document document, ISchema schema, DiagnosticBag findings)
    {
        if (document is not XmlMessage message || schema is not XsdSchema xsd)
        {
            findings.Add(XmlCodes.NotXml, Place.Whole, "The document or the schema is not of the format xml.");
            return;
        }

        findings.AddRange(message.Findings);
        if (message.IsWellFormed)
        {
            xsd.Validate(message, message.Root.Handle, findings);
        }
    }

    public IDocumentBuilder CreateBuilder(ISchema? schema, string? type) => new XmlBuilder(schema as XsdSchema, type);

    public void Write(Document document, IBufferWriter<byte> writer) => ((IWritableDocument)document).WriteTo(writer);
}
