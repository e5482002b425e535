using System.Globalization;
using System.Net.Http.Headers;
using Simphonie.Cli.Composition;

namespace Simphonie.Cli.Commands.Sending;

/// <summary>Posts to an HTTP address: FHIR JSON to a FHIR door, XML to a SOAP service.</summary>
internal sealed class HttpSendClient(Uri address) : ISendClient
{
    private readonly HttpClient _client = new();

    public async Task<SendAnswer> SendAsync(string file, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(FormatSet.Recognise(bytes)?.Name == "xml" ? "application/soap+xml; charset=utf-8" : "application/fhir+json");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await _client.PostAsync(address, content, limit.Token);
            var code = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return new(response.IsSuccessStatusCode, code, null, await response.Content.ReadAsStringAsync(limit.Token));
        }
        catch (HttpRequestException exception)
        {
            return new(false, "unavailable", null, exception.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(false, "unknown", null, "No answer came in time.");
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
