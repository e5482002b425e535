using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Simphonie.Channels.Http;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Formats.Fhir;

namespace Simphonie.Channels.Fhir.Endpoint;

/// <summary>
/// Sends resources to a FHIR server over kept-alive connections. The delivery's identity goes along as <c>Idempotency-Key</c>, and in
/// <c>If-None-Exist</c> where the settings say so; whether a repeat is safe is what the settings declare.
/// </summary>
internal sealed class FhirEndpoint : IEndpoint
{
    private readonly FhirEndpointSettings _settings;
    private readonly TimeProvider _time;
    private readonly TlsMaterial? _material;
    private readonly HttpMessageInvoker _http;

    public FhirEndpoint(string name, FhirEndpointSettings settings, TlsMaterial? material, TimeProvider time)
    {
        Name = name;
        _settings = settings;
        _time = time;
        _material = material;
        Capabilities = new(settings.RepeatSafe, settings.InFlight, Answers: true, FhirFormat.FormatName, FhirFormat.FormatName);
        _http = KeptAlive.Create(settings.Connect, settings.InFlight, material is null ? null : TlsOptions.Client(material, settings.Base.IdnHost));
    }

    public string Name { get; }

    public EndpointCapabilities Capabilities { get; }

    public FrozenDelivery Freeze(FreezeRequest request) => new(request.Identity, request.Body);

    public async ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = request.Body.Lease();
        if (FhirTarget.Of(_settings, lease.Memory.Span) is not { } target)
        {
            return new DeliveryOutcome.Rejected(Diagnostic.Of(FhirChannelCodes.Rejected, Place.Whole, "The resource has no type, or no id to be written under."), null);
        }

        using var content = new TrackedContent(lease.Memory, FhirFormat.MediaType + "; charset=utf-8");
        using var message = Request(request, target, content);
        using var limit = new CancellationTokenSource(request.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(message, both.Token);
            return await ReadAsync(response, both.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !content.HasLeft)
        {
            throw;
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or SocketException)
        {
            var why = exception is OperationCanceledException ? "No answer came in time." : "The connection ended without an answer.";
            return content.HasLeft
                ? new DeliveryOutcome.Unknown(Diagnostic.Of(FhirChannelCodes.AnswerLost, Place.Whole, why))
                : new DeliveryOutcome.Unavailable(Diagnostic.Of(FhirChannelCodes.NotReached, Place.Whole, $"Endpoint {Name} cannot be reached: {exception.GetType().Name}."), EndpointDown: true);
        }
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _material?.Dispose();
        return ValueTask.CompletedTask;
    }

    private HttpRequestMessage Request(DeliveryRequest request, Uri target, TrackedContent content)
    {
        var message = new HttpRequestMessage(_settings.Put ? HttpMethod.Put : HttpMethod.Post, target)
        {
            Content = content,
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(FhirFormat.MediaType));
        message.Headers.TryAddWithoutValidation("Idempotency-Key", request.PeerIdentity);
        if (_settings.IfNoneExist is { } query)
        {
            message.Headers.TryAddWithoutValidation("If-None-Exist", query.Replace("{identity}", Uri.EscapeDataString(request.PeerIdentity), StringComparison.Ordinal));
        }

        message.Headers.Authorization = _settings switch
        {
            { Token: { } token } => new AuthenticationHeaderValue("Bearer", token),
            { User: { } user } => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{_settings.Password}"))),
            _ => null,
        };
        return message;
    }

    private async ValueTask<DeliveryOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            body.Write(buffer, 0, count);
            if (body.Length > _settings.AnswerBytes)
            {
                return new DeliveryOutcome.Unknown(Diagnostic.Of(FhirChannelCodes.AnswerTooLarge, Place.Whole, "The answer was not read to its end."));
            }
        }

        var answer = body.Length == 0 ? null : new InlinePayload(body.ToArray());
        return FhirOutcome.Of(response.StatusCode, KeptAlive.RetryAfter(response.Headers.RetryAfter, _time.GetUtcNow()), answer, _settings.RepeatSafe);
    }
}
