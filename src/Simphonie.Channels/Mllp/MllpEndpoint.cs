using System.Collections.Concurrent;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Acknowledgements;

namespace Simphonie.Channels.Mllp;

/// <summary>
/// Delivers HL7 v2 messages over kept-alive connections, one message at a time on each. A connection on which anything unexpected happened
/// is closed, so that a late acknowledgement is never taken for the next message's.
/// </summary>
internal sealed class MllpEndpoint(MllpEndpointSettings settings, TimeProvider time) : IEndpoint
{
    private readonly ConcurrentBag<MllpClient> _idle = [];
    private volatile bool _disposed;

    public string Name => settings.Name;

    public EndpointCapabilities Capabilities { get; } = new(settings.RepeatSafe, settings.InFlight, Answers: true, "hl7v2", "hl7v2");

    /// <summary>The message's own MSH-10 is what the peer knows it by.</summary>
    public FrozenDelivery Freeze(FreezeRequest request) =>
        new(AcknowledgementReader.ControlIdOf(request.Body.Span) ?? request.Identity, request.Body);

    public async ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        var client = await ConnectAsync(cancellationToken);
        if (client.Failure is not null)
        {
            return client.Failure;
        }

        var (outcome, reusable) = await client.Connection!.ExchangeAsync(request, cancellationToken);
        if (reusable && !_disposed)
        {
            _idle.Add(client.Connection);
        }
        else
        {
            client.Connection.Dispose();
        }

        return outcome;
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        while (_idle.TryTake(out var client))
        {
            client.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask<(MllpClient? Connection, DeliveryOutcome? Failure)> ConnectAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryTake(out var idle))
        {
            if (idle.IsUsable)
            {
                return (idle, null);
            }

            idle.Dispose();
        }

        var client = new MllpClient(settings, time);
        try
        {
            await client.OpenAsync(cancellationToken);
            return (client, null);
        }
        catch (Exception exception) when (exception is System.Net.Sockets.SocketException or IOException or TimeoutException or System.Security.Authentication.AuthenticationException)
        {
            client.Dispose();
            var cause = Diagnostic.Of(MllpCodes.Refused, Place.Whole, $"Endpoint {settings.Name} cannot be reached: {exception.GetType().Name}.");
            return (null, new DeliveryOutcome.Unavailable(cause, EndpointDown: true));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
