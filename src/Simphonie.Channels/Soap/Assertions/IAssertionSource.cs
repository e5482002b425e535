namespace Simphonie.Channels.Soap.Assertions;

/// <summary>Gives the assertion that goes into a security header. Thread-safe.</summary>
public interface IAssertionSource : IDisposable
{
    /// <summary>The signed assertion that is valid now, always the same bytes for its lifetime; null when none can be had.</summary>
    ReadOnlyMemory<byte>? Get();
}
