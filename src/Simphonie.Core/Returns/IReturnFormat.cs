using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Core.Returns;

/// <summary>What a format knows of returns: who says what about which invoices. Stateless and thread-safe.</summary>
public interface IReturnFormat
{
    /// <summary>Name of the format (<c>noemie</c>).</summary>
    string Name { get; }

    /// <summary>
    /// Reads a return whole and verifies every total, without keeping it; null when <paramref name="findings"/> got an error:
    /// nothing of a return that does not add up is applied.
    /// </summary>
    ReturnHead? Verify(ReadOnlyMemory<byte> bytes, ISchema schema, DiagnosticBag findings);

    /// <summary>
    /// The items of a verified return, in its order, from the one with this ordinal on. Lazy: memory does not grow with the return.
    /// The same bytes give the same ordinals whatever their framing.
    /// </summary>
    IEnumerable<ReturnItem> Items(ReadOnlyMemory<byte> bytes, ISchema schema, long from);
}
