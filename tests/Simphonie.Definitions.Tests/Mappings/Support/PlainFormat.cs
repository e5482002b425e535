using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;

namespace Simphonie.Definitions.Tests.Mappings.Support;

/// <summary>A format whose documents are trees in memory, so that tests of the language need no codec.</summary>
internal sealed class PlainFormat(string name = PlainFormat.FormatName) : IFormat
{
    public const string FormatName = "plain";

    public string Name => name;

    public string ContentType => "text/plain";

    public Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema) => throw new NotSupportedException("plain documents are never bytes");

    public void Validate(Document document, ISchema schema, DiagnosticBag findings)
    {
    }

    public IDocumentBuilder CreateBuilder(ISchema? schema, string? type) => new PlainBuilder(name, schema, type ?? schema?.RootType ?? "root");

    public void Write(Document document, IBufferWriter<byte> writer) => throw new NotSupportedException("plain documents are never bytes");
}
