using Simphonie.Core.Formats;

namespace Simphonie.Engine.Testing;

/// <summary>The door of a route test lets everything in: what doors refuse is not what a route decides.</summary>
internal sealed class TestInspector : IMessageInspector
{
    public Inspection Inspect(ReadOnlySpan<byte> head) => new() { Readable = true };
}
