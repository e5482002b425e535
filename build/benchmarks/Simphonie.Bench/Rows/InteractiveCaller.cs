using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Simphonie.Bench.Rows;

/// <summary>Asks for rights at the FHIR door, one call at a time, with a pause between two.</summary>
internal sealed class InteractiveCaller(int port, string body) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly HttpClient _client = new();
    private readonly Uri _submit = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/fhir/CoverageEligibilityRequest/$submit"));

    /// <summary>Milliseconds of each call, in their order.</summary>
    public async Task<double[]> CallAsync(int calls, CancellationToken cancellationToken)
    {
        var times = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/fhir+json"));
            var start = Stopwatch.GetTimestamp();
            using var response = await _client.PostAsync(_submit, content, cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"call {i} was answered {(int)response.StatusCode}: there is nothing to measure."));
            }

            await Task.Delay(s_pause, cancellationToken);
        }

        return times;
    }

    public void Dispose() => _client.Dispose();
}
