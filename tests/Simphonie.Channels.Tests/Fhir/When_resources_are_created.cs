using System.Net;
using System.Text;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Fhir;

public sealed class When_resources_are_created
{
    [Test]
    public async Task Should_keep_them_and_say_where()
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.PostFhirAsync("Patient", HttpExchange.Patient);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(response.Headers.Location, Is.EqualTo(new Uri(site.Address, "Patient/1")));
            Assert.That(response.Headers.ETag!.ToString(), Is.EqualTo("W/\"1\""));
            Assert.That(site.Intake.Received, Is.EqualTo(new[] { HttpExchange.Patient }));
        });
    }

    [Test]
    public async Task Should_give_large_ones_to_intake_as_a_stream()
    {
        await using var site = await FhirSite.StartAsync();
        var large = """{"resourceType":"Patient","text":{"status":"generated","div":"?"}}""".Replace("?", new string('x', 300_000), StringComparison.Ordinal);
        using var response = await site.Client.PostFhirAsync("Patient", large);

        Assert.That(site.Intake.Received.Single(), Has.Length.EqualTo(large.Length));
    }

    [TestCase("minimal", "")]
    [TestCase("representation", HttpExchange.Patient)]
    public async Task Should_return_what_is_preferred(string preference, string body)
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.PostFhirAsync("Patient", HttpExchange.Patient, ("Prefer", $"return={preference}"));

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(body));
    }

    [Test]
    public async Task Should_return_an_outcome_when_preferred()
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.PostFhirAsync("Patient", HttpExchange.Patient, ("Prefer", "return=OperationOutcome"));

        Assert.That(await response.IssuesAsync(), Is.EqualTo(new[] { "SIM3315" }));
    }

    [TestCase(IntakeDisposition.Conflict, 409, "SIM3309")]
    [TestCase(IntakeDisposition.TooLarge, 413, "SIM3310")]
    [TestCase(IntakeDisposition.Overloaded, 503, "SIM3311")]
    [TestCase(IntakeDisposition.WrongWorld, 422, "SIM3316")]
    public async Task Should_tell_what_intake_did(IntakeDisposition disposition, int status, string issue)
    {
        await using var site = await FhirSite.StartAsync();
        site.Intake.Answer = _ => disposition;
        using var response = await site.Client.PostFhirAsync("Patient", HttpExchange.Patient);

        Assert.Multiple(async () =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(await response.IssuesAsync(), Is.EqualTo(new[] { issue }));
            Assert.That(response.Headers.RetryAfter is not null, Is.EqualTo(status == 503));
        });
    }

    [TestCase("Patient", "{\"resourceType\":\"Account\"}", 400, "SIM3306")]
    [TestCase("Patient", "{\"resourceType\":", 400, "SIM2201")]
    [TestCase("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}", 400, "SIM3307 Bundle.type")]
    [TestCase("", "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}", 400, "SIM3307 Bundle.type")]
    [TestCase("", "{\"resourceType\":\"Patient\"}", 400, "SIM3306")]
    [TestCase("Observation", "{\"resourceType\":\"Observation\"}", 404, "SIM3305")]
    [TestCase("Patient/1", "{\"resourceType\":\"Patient\"}", 405, "SIM3305")]
    public async Task Should_refuse(string address, string json, int status, string issue)
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.PostFhirAsync(address, json);

        Assert.Multiple(async () =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(await response.IssuesAsync(), Is.EqualTo(new[] { issue }));
        });
    }

    [Test]
    public async Task Should_take_message_bundles_at_the_base()
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.PostFhirAsync("", """{"resourceType":"Bundle","type":"message","entry":[]}""");

        Assert.That(response.Headers.Location, Is.EqualTo(new Uri(site.Address, "Bundle/1")));
    }

    [TestCase("text/xml", "application/fhir+json", 415)]
    [TestCase("application/fhir+xml", "application/fhir+json", 415)]
    [TestCase("application/fhir+json; charset=iso-8859-1", "*/*", 415)]
    [TestCase("application/fhir+json", "application/fhir+xml", 406)]
    [TestCase("application/json; charset=utf-8", "application/*", 201)]
    public async Task Should_negotiate(string contentType, string accept, int status)
    {
        await using var site = await FhirSite.StartAsync();
        using var content = new StringContent(HttpExchange.Patient, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "Patient") { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await site.Client.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Should_not_acknowledge_when_the_journal_is_broken()
    {
        await using var site = await FhirSite.StartAsync();
        site.Intake.Commit = Task.FromException(new IOException("disk"));
        using var response = await site.Client.PostFhirAsync("Patient", HttpExchange.Patient);

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(await response.IssuesAsync(), Is.EqualTo(new[] { "SIM3314" }));
        });
    }
}
