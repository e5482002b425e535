namespace Simphonie.Core.Formats;

/// <summary>
/// What intake must know before it keeps a message, in one pass over the bytes and without building a document: the hot path.
/// Made once per inbound channel from its format and schema. Thread-safe.
/// </summary>
public interface IMessageInspector
{
    /// <summary>Inspects the head of a message: all of it, or its first 64 KiB when it is larger.</summary>
    Inspection Inspect(ReadOnlySpan<byte> head);
}
