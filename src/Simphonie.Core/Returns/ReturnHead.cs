using Simphonie.Core.Messages;

namespace Simphonie.Core.Returns;

/// <summary>Identity of a return and what it holds.</summary>
public sealed record ReturnHead
{
    /// <summary>Sender, file id, date and reference of the exchange, separated by <c>/</c>: the same whatever the framing or channel.</summary>
    public required string Identity { get; init; }

    /// <summary>Reference of the exchange (<c>0578</c> …).</summary>
    public required string Reference { get; init; }

    public required World World { get; init; }

    /// <summary>SHA-256 of what it says, framing left out: the same identity with another hash is another return.</summary>
    public required ReadOnlyMemory<byte> ContentHash { get; init; }

    public required long Items { get; init; }

    /// <summary>Total of the end of the return in cents, signed; null where it has none.</summary>
    public required long? Total { get; init; }
}
