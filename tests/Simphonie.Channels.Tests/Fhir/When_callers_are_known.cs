using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Fhir;

public sealed class When_callers_are_known
{
    [TestCase(null, 401)]
    [TestCase("Basic Z2FwOndyb25n", 401)]
    [TestCase("Basic !", 401)]
    [TestCase("Bearer wrong", 401)]
    [TestCase("Basic Z2FwOnNlY3JldA==", 201)]
    [TestCase("Bearer t0ken", 201)]
    public async Task Should_let_only_those_in(string? authorization, int status)
    {
        await using var site = await StartAsync();
        var headers = authorization is null ? [] : new[] { ("Authorization", authorization) };
        using var response = await site.Client.PostFhirAsync("Patient", HttpExchange.Patient, headers);

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Headers.WwwAuthenticate.Count > 0, Is.EqualTo(status == 401));
            Assert.That(site.Intake.Received, Has.Count.EqualTo(status == 201 ? 1 : 0));
        });
    }

    [TestCase("Bearer t0ken", "Patient/5", 200)]
    [TestCase("Basic Z2FwOnNlY3JldA==", "Patient/5", 404)]
    [TestCase("Bearer t0ken", "Account/5", 404)]
    [TestCase("Bearer t0ken", "Patient/6", 404)]
    [TestCase("Bearer t0ken", "Patient/abc", 404)]
    [TestCase("Bearer t0ken", "Patient/7", 404)]
    [TestCase("Bearer t0ken", "Patient/8", 410)]
    public async Task Should_show_what_was_received_to_the_one_that_posted_it(string authorization, string address, int status)
    {
        await using var site = await StartAsync();
        site.Kept[5] = Record(5, MessageState.Routed, HttpExchange.Patient);
        site.Kept[7] = Record(7, MessageState.Refused, HttpExchange.Patient);
        site.Kept[8] = Record(8, MessageState.Routed, null);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        using var response = await site.Client.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        if (status == 200)
        {
            Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(HttpExchange.Patient));
        }
    }

    [TestCase("Patient", 405)]
    [TestCase("Patient?name=x", 405)]
    [TestCase("Observation", 404)]
    [TestCase("nowhere/at/all", 404)]
    public async Task Should_not_search(string address, int status)
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.GetAsync(address);

        Assert.Multiple(async () =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(await response.IssuesAsync(), Is.EqualTo(new[] { "SIM3305" }));
        });
    }

    [Test]
    public async Task Should_tell_everybody_what_the_door_does()
    {
        await using var site = await StartAsync();
        using var response = await site.Client.GetAsync("metadata");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var findings = new Core.Diagnostics.DiagnosticBag();
        var format = new Formats.Fhir.FhirFormat();
        format.Validate(format.Read(bytes, FhirSite.R4), FhirSite.R4, findings);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(findings.Where(finding => finding.Severity == Core.Diagnostics.Severity.Error), Is.Empty);
            Assert.That(Encoding.UTF8.GetString(bytes), Does.Contain("CoverageEligibilityRequest-submit"));
        });
    }

    private static Task<FhirSite> StartAsync() => FhirSite.StartAsync(("users", FhirSite.Map(("gap", "secret"))), ("tokens", FhirSite.Map(("dpi", "t0ken"))));

    private static MessageRecord Record(long id, MessageState state, string? json) => new()
    {
        Id = id,
        Establishment = "750000010",
        Channel = "gap-fhir",
        Format = "fhir",
        World = World.Test,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        State = state,
        Type = "Patient",
        Peer = "dpi",
        Payload = json is null ? null : new InlinePayload(Encoding.UTF8.GetBytes(json)),
    };
}
