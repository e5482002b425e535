using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Simphonie.Channels.Http;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap.Client;

/// <summary>One HTTP/1.1 exchange over kept-alive connections. Failures are outcomes, not exceptions.</summary>
internal sealed class SoapCall : IDisposable
{
    private readonly Uri _url;
    private readonly int _answerBytes;
    private readonly TimeSpan? _timeout;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly IDisposable? _owned;

    /// <param name="settings">Address and bounds.</param>
    /// <param name="tls">Options for https, null for the framework's.</param>
    /// <param name="time">Clock of time limits.</param>
    /// <param name="owned">Disposed with the call: the certificates.</param>
    public SoapCall(SoapEndpointSettings settings, SslClientAuthenticationOptions? tls, TimeProvider time, IDisposable? owned)
    {
        _url = settings.Url;
        _answerBytes = settings.AnswerBytes;
        _timeout = settings.Timeout;
        _time = time;
        _owned = owned;
        _http = KeptAlive.Create(settings.Connect, settings.InFlight, tls);
    }

    /// <summary>Sends and reads the answer. Throws <see cref="OperationCanceledException"/> only when nothing has left and the caller cancelled.</summary>
    public async ValueTask<SoapReply> SendAsync(ReadOnlyMemory<byte> bytes, SoapVersion version, string? action, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var content = new TrackedContent(bytes, version.ContentType(action));
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = content, Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (version == SoapVersion.V11)
        {
            request.Headers.TryAddWithoutValidation("SOAPAction", $"\"{action}\"");
        }

        using var limit = new CancellationTokenSource(_timeout < timeout ? _timeout.Value : timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, both.Token);
            return await ReadAsync(response, both.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !content.HasLeft)
        {
            throw;
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or SocketException)
        {
            return SoapReply.Failed(content.HasLeft
                ? new DeliveryOutcome.Unknown(Diagnostic.Of(SoapCodes.NoAnswer, Place.Whole, exception is OperationCanceledException ? "No answer came in time." : "The connection ended without an answer."))
                : new DeliveryOutcome.Unavailable(Diagnostic.Of(SoapCodes.NotReached, Place.Whole, Why(exception)), EndpointDown: true));
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _owned?.Dispose();
    }

    private async ValueTask<SoapReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var retryAfter = KeptAlive.RetryAfter(response.Headers.RetryAfter, _time.GetUtcNow());
        var announced = response.Content.Headers.ContentLength;
        var body = new ArrayBufferWriter<byte>((int)Math.Clamp(announced ?? 8192, 256, Math.Min(_answerBytes, 1 << 20)));
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (true)
        {
            var read = await stream.ReadAsync(body.GetMemory(4096), cancellationToken);
            if (read == 0)
            {
                return new SoapReply(response.StatusCode, retryAfter, body.WrittenMemory, null);
            }

            body.Advance(read);
            if (body.WrittenCount > _answerBytes)
            {
                return SoapReply.Failed(new DeliveryOutcome.Rejected(Diagnostic.Of(SoapCodes.AnswerTooLarge, Place.Whole, $"The answer is longer than {_answerBytes} bytes."), null));
            }
        }
    }

    private static string Why(Exception exception) => exception is not HttpRequestException failed
        ? "Connecting took too long."
        : failed.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "The name of the service does not resolve.",
            HttpRequestError.SecureConnectionError => "TLS with the service failed.",
            HttpRequestError.ConnectionError => "The connection was refused.",
            _ => "The service was not reached.",
        };
}

/// <summary>What came back, or why nothing did.</summary>
internal readonly record struct SoapReply(HttpStatusCode Status, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body, DeliveryOutcome? Failure)
{
    public static SoapReply Failed(DeliveryOutcome failure) => new(default, null, default, failure);
}
