using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Simphonie.Contracts.Channels;

namespace Simphonie.Channels.Tests.Fhir;

/// <summary><c>$submit</c> with two users that it knows. Calls are Bundles with an identifier of their own.</summary>
internal sealed class SubmitRig : IInteractiveRig
{
    private const string Call = """
        {"resourceType":"Bundle","type":"collection","identifier":{"system":"urn:test","value":"NAME"},"entry":[
          {"resource":{"resourceType":"CoverageEligibilityRequest","status":"active","purpose":["validation"],"patient":{"reference":"Patient/9"},"created":"2026-01-02","insurer":{"identifier":{"value":"01422"}}}},
          {"resource":{"resourceType":"Patient","id":"9"}}]}
        """;

    private readonly FhirSite _site;

    private SubmitRig(FhirSite site) => _site = site;

    public (string Text, string Format) Answer => ("""{"resourceType":"CoverageEligibilityResponse"}""", "fhir");

    public static async Task<IInteractiveRig> StartAsync(ScriptedInteractive interactive)
    {
        var site = await FhirSite.StartAsync(("users", FhirSite.Map((nameof(InteractiveClient.Own), "secret"), (nameof(InteractiveClient.Other), "secret"))));
        site.Interactive.Call = interactive.CallAsync;
        site.Interactive.Find = interactive.Find;
        return new SubmitRig(site);
    }

    public Task<CallerTold> CallAsync(InteractiveClient client, string call, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Call.Replace("NAME", call, StringComparison.Ordinal)));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/fhir+json");
        return SendAsync(client, new(HttpMethod.Post, "CoverageEligibilityRequest/$submit") { Content = content }, cancellationToken);
    }

    public Task<CallerTold> AskAgainAsync(InteractiveClient client, string reference, CancellationToken cancellationToken) =>
        SendAsync(client, new(HttpMethod.Get, reference), cancellationToken);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<CallerTold> SendAsync(InteractiveClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:secret")));
            using var response = await _site.Client.SendAsync(request, cancellationToken);
            var state = response.StatusCode switch
            {
                HttpStatusCode.OK => CallerState.Answered,
                HttpStatusCode.Accepted => CallerState.Late,
                HttpStatusCode.ServiceUnavailable => CallerState.ComeAgain,
                _ => CallerState.Refused,
            };
            return new(state, await response.Content.ReadAsStringAsync(cancellationToken), response.Content.Headers.ContentLocation?.ToString());
        }
    }
}
