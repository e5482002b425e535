using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir;

namespace Simphonie.Channels.Tests.Fhir;

/// <summary>Short ways to talk to the door; every error body must itself be a valid OperationOutcome.</summary>
internal static class HttpExchange
{
    public const string Patient = """{"resourceType":"Patient","name":[{"family":"PAT-TROIS"}]}""";

    public static Task<HttpResponseMessage> PostFhirAsync(this HttpClient client, string address, string json, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/fhir+json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request);
    }

    /// <summary>Codes of the issues with their expressions: <c>SIM2208 Patient.x</c>.</summary>
    public static async Task<string[]> IssuesAsync(this HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var format = new FhirFormat();
        var findings = new DiagnosticBag();
        format.Validate(format.Read(bytes, FhirSite.R4), FhirSite.R4, findings);
        Assert.That(findings.Where(finding => finding.Severity == Severity.Error), Is.Empty);
        using var outcome = JsonDocument.Parse(bytes);
        Assert.That(outcome.RootElement.GetProperty("resourceType").GetString(), Is.EqualTo("OperationOutcome"));
        return [.. outcome.RootElement.GetProperty("issue").EnumerateArray().Select(issue =>
            issue.GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString() + (issue.TryGetProperty("expression", out var expression) ? " " + expression[0].GetString() : ""))];
    }
}
