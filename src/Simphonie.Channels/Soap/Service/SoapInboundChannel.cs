using Microsoft.AspNetCore.Routing;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Soap.Service;

/// <summary>A SOAP service on the hub's HTTP listener; requests in progress are the listener's to end.</summary>
internal sealed class SoapInboundChannel(string name, string path, SoapService service) : IHttpChannel
{
    public string Name => name;

    public void Map(object endpoints) => service.Map((IEndpointRouteBuilder)endpoints, path);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
