using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>The FHIR door as a channel; the listener is the hub's, which also ends requests in progress.</summary>
internal sealed class FhirInbound(FhirDoorSettings settings, ChannelServices services) : IHttpChannel
{
    private readonly FhirDoor _door = new(settings, services);

    public string Name => settings.Name;

    public void Map(object endpoints)
    {
        var routes = (IEndpointRouteBuilder)endpoints;
        routes.Map(settings.Path + "/{**address}", _door.HandleAsync);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
