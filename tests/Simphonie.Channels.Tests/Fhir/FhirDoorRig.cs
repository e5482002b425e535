using System.Net;
using System.Text;
using Simphonie.Contracts.Channels;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Fhir;

/// <summary>The FHIR door with the listener that it lives on, and a caller that posts a resource.</summary>
internal sealed class FhirDoorRig(IIntake intake) : IInboundRig
{
    private readonly HostedDoor _door = new(intake);
    private Task<SenderState> _told = Task.FromResult(SenderState.Waiting);

    public IInboundChannel Channel => _door;

    public byte[] Body { get; } = Encoding.UTF8.GetBytes(HttpExchange.Patient);

    public SenderState Now => _told.IsCompletedSuccessfully ? _told.Result : SenderState.Waiting;

    public Task SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        _told = PostAsync(body, cancellationToken);
        return Task.CompletedTask;
    }

    public Task<SenderState> StateAsync(CancellationToken cancellationToken) => _told.WaitAsync(cancellationToken);

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    private async Task<SenderState> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var response = await _door.Site!.Client.PostFhirAsync("Patient", Encoding.UTF8.GetString(body)).WaitAsync(cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.Created or HttpStatusCode.OK => SenderState.Acknowledged,
            >= HttpStatusCode.InternalServerError => SenderState.ToSendAgain,
            _ => SenderState.Refused,
        };
    }

    /// <summary>A channel of the hub's HTTP listener starts and stops with the listener.</summary>
    private sealed class HostedDoor(IIntake intake) : IInboundChannel
    {
        public FhirSite? Site { get; private set; }

        public string Name => "gap-fhir";

        public async Task StartAsync(CancellationToken cancellationToken) => Site = await FhirSite.StartAsync(intake);

        public Task StopAsync(CancellationToken cancellationToken) => Site!.StopAsync(cancellationToken);

        public async ValueTask DisposeAsync()
        {
            if (Site is not null)
            {
                await Site.DisposeAsync();
            }
        }
    }
}
