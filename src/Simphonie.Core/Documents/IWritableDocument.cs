using System.Buffers;

namespace Simphonie.Core.Documents;

/// <summary>A document that can be written as bytes; one that was read and not changed writes the same bytes again.</summary>
public interface IWritableDocument
{
    void WriteTo(IBufferWriter<byte> writer);
}
