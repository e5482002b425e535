using Simphonie.Contracts.Transport;
using Simphonie.Core.Transport;
using Simphonie.Engine.Embedded;

namespace Simphonie.Engine.Tests.Embedded;

internal static class EmbeddedFactory
{
    public static ValueTask<ITransport> Create() => ValueTask.FromResult<ITransport>(new EmbeddedTransport(TimeProvider.System));
}

public sealed class Embedded_when_work_is_published : When_work_is_published
{
    protected override ValueTask<ITransport> CreateTransportAsync() => EmbeddedFactory.Create();
}

public sealed class Embedded_when_a_queue_is_full : When_a_queue_is_full
{
    protected override ValueTask<ITransport> CreateTransportAsync() => EmbeddedFactory.Create();
}

public sealed class Embedded_when_a_handler_throws : When_a_handler_throws
{
    protected override ValueTask<ITransport> CreateTransportAsync() => EmbeddedFactory.Create();
}

public sealed class Embedded_when_the_transport_stops : When_the_transport_stops
{
    protected override ValueTask<ITransport> CreateTransportAsync() => EmbeddedFactory.Create();
}
