using System.Net;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Fhir;

public sealed class When_callers_wait
{
    private const string Request = """{"resourceType":"CoverageEligibilityRequest","contained":[{"resourceType":"Patient","id":"p"}],"status":"active","purpose":["validation"],"patient":{"reference":"#p"},"created":"2026-01-02","insurer":{"identifier":{"value":"01422"}}}""";

    private const string Answer = """{"resourceType":"CoverageEligibilityResponse"}""";

    [Test]
    public async Task Should_answer_in_line()
    {
        await using var site = await FhirSite.StartAsync();
        site.Interactive.Call = (_, _, _) => ValueTask.FromResult(FakeInteractive.Answered(Answer));
        using var response = await site.Client.PostFhirAsync("CoverageEligibilityRequest/$submit", Request);

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(Answer));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/fhir+json"));
        });
    }

    [TestCase("wait=7", 7)]
    [TestCase("respond-async", 0)]
    [TestCase("respond-async, wait=7", 0)]
    [TestCase("handling=strict", null)]
    public async Task Should_pass_on_how_long(string preference, int? seconds)
    {
        await using var site = await FhirSite.StartAsync();
        TimeSpan? waited = TimeSpan.MaxValue;
        site.Interactive.Call = (_, wait, _) =>
        {
            waited = wait;
            return ValueTask.FromResult(FakeInteractive.Answered(Answer));
        };
        using var response = await site.Client.PostFhirAsync("CoverageEligibilityRequest/$submit", Request, ("Prefer", preference));

        Assert.That(waited, Is.EqualTo(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value)));
    }

    [Test]
    public async Task Should_hand_out_a_ticket_when_late_and_answer_it_to_that_client_only()
    {
        await using var site = await FhirSite.StartAsync(("users", FhirSite.Map(("gap", "secret"), ("other", "secret2"))));
        var state = InteractiveState.Late;
        site.Interactive.Call = (_, _, _) => ValueTask.FromResult(new InteractiveResult { State = InteractiveState.Late, Ticket = FakeInteractive.Ticket });
        site.Interactive.Find = (ticket, peer) => ticket != FakeInteractive.Ticket || peer != "gap" ? null
            : state == InteractiveState.Late ? new InteractiveResult { State = state, Ticket = ticket } : FakeInteractive.Answered(Answer);
        using var late = await site.Client.PostFhirAsync("CoverageEligibilityRequest/$submit", Request, Basic("gap", "secret"));
        var address = late.Content.Headers.ContentLocation!;

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await GetAsync(site, address, "gap", "secret")).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await GetAsync(site, address, "other", "secret2")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        state = InteractiveState.Answered;
        using var ready = await GetAsync(site, address, "gap", "secret");
        Assert.That(await ready.Content.ReadAsStringAsync(), Is.EqualTo(Answer));
    }

    [Test]
    public async Task Should_refuse_a_reference_that_nothing_answers()
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.PostFhirAsync("CoverageEligibilityRequest/$submit", Request.Replace("#p", "Patient/9", StringComparison.Ordinal));

        Assert.Multiple(async () =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(422));
            Assert.That(await response.IssuesAsync(), Is.EqualTo(new[] { "SIM2218 CoverageEligibilityRequest.patient.reference" }));
        });
    }

    [TestCase("Patient/9", "\"fullUrl\":\"urn:uuid:c757873d-ec9a-4326-a141-556f43239520\",", 200)]
    [TestCase("urn:uuid:c757873d-ec9a-4326-a141-556f43239520", "\"fullUrl\":\"urn:uuid:c757873d-ec9a-4326-a141-556f43239520\",", 200)]
    [TestCase("Patient/8", "", 422)]
    public async Task Should_take_a_bundle_that_holds_what_it_references(string reference, string fullUrl, int status)
    {
        await using var site = await FhirSite.StartAsync();
        var request = Request.Replace("#p", reference, StringComparison.Ordinal).Replace("""
            "contained":[{"resourceType":"Patient","id":"p"}],
            """, "", StringComparison.Ordinal);
        var patient = "{\"resourceType\":\"Patient\",\"id\":\"9\"}";
        using var response = await site.Client.PostFhirAsync(
            "CoverageEligibilityRequest/$submit",
            $$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{{request}}} },{ {{{fullUrl}}} "resource":{{{patient}}} }]}""");

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
    }

    [TestCase("""{"resourceType":"Patient"}""", 400)]
    [TestCase("""{"resourceType":"Bundle","type":"collection"}""", 400)]
    [TestCase("""{"resourceType":"Claim","id":"a","id":"b"}""", 400)]
    public async Task Should_refuse_what_is_not_the_subject_of_the_operation(string json, int status)
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.PostFhirAsync("Claim/$submit", json);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
    }

    [TestCase(InteractiveState.NoRoute, "SIM3312")]
    [TestCase(InteractiveState.Failed, "SIM3313")]
    public async Task Should_say_why_there_is_no_answer(InteractiveState state, string issue)
    {
        await using var site = await FhirSite.StartAsync();
        site.Interactive.Call = (_, _, _) => ValueTask.FromResult(new InteractiveResult { State = state });
        using var response = await site.Client.PostFhirAsync("CoverageEligibilityRequest/$submit", Request);

        Assert.Multiple(async () =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(422));
            Assert.That(await response.IssuesAsync(), Is.EqualTo(new[] { issue }));
        });
    }

    [Test]
    public async Task Should_only_stop_waiting_when_the_caller_hangs_up()
    {
        await using var site = await FhirSite.StartAsync();
        var called = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        site.Interactive.Call = async (message, _, cancellationToken) =>
        {
            called.SetResult();
            await using var registration = cancellationToken.Register(stopped.SetResult);
            await stopped.Task;
            throw new OperationCanceledException(cancellationToken);
        };
        using var hangUp = new CancellationTokenSource();
        var request = new HttpRequestMessage(HttpMethod.Post, "CoverageEligibilityRequest/$submit") { Content = new StringContent(Request, null, "application/fhir+json") };
        var call = site.Client.SendAsync(request, hangUp.Token);
        await called.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await hangUp.CancelAsync();

        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
        using var next = await site.Client.GetAsync("metadata");
        Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("wait=soon")]
    [TestCase("wait=-1")]
    [TestCase("wait=99999")]
    public async Task Should_refuse_a_preference_that_it_cannot_read(string preference)
    {
        await using var site = await FhirSite.StartAsync();
        using var response = await site.Client.PostFhirAsync("CoverageEligibilityRequest/$submit", Request, ("Prefer", preference));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static (string, string) Basic(string user, string password) => ("Authorization", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{password}")));

    private static Task<HttpResponseMessage> GetAsync(FhirSite site, Uri address, string user, string password)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        var (name, value) = Basic(user, password);
        request.Headers.TryAddWithoutValidation(name, value);
        return site.Client.SendAsync(request);
    }
}
