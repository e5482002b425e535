using System.Net;
using System.Text;
using Simphonie.Simulators.Cdri;

namespace Simphonie.Simulators.Tests.Cdri;

/// <summary>Raw HTTP against a plain service: what it refuses, and how.</summary>
public sealed class When_the_service_is_called_wrongly
{
    private const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";
    private const string Bam = "<c:ContexteBAM xmlns:c=\"urn:siram:bam:ctxbam\" Version=\"01_02\"><c:Id>1</c:Id><c:Temps>2025-03-04T08:00:00Z</c:Temps><c:COUVERTURE/></c:ContexteBAM>";
    private const string Lps = "<c:ContexteLPS xmlns:c=\"urn:siram:lps:ctxlps\" Version=\"01_00\"><c:Id>1</c:Id><c:Temps>2025-03-04T08:00:00Z</c:Temps></c:ContexteLPS>";
    private const string Addressing = "<w:Action xmlns:w=\"http://www.w3.org/2005/08/addressing\">urn:simphonie-hub:cdr:1:consulterLesDroits</w:Action><w:MessageID xmlns:w=\"http://www.w3.org/2005/08/addressing\">uuid:42</w:MessageID>";

    private CdriSimulator _simulator = null!;
    private HttpClient _http = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _simulator = await CdriSimulator.StartAsync(
            new CdriSimulatorOptions
            {
                ProfileFile = Path.Combine(CdriStand.Root(), "schemas", "soap", "cdri-hub.profile.yaml"),
                InsuredFile = Path.Combine(CdriStand.Root(), "samples", "demo", "insured.yaml"),
                Time = TimeProvider.System,
            },
            CancellationToken.None);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Test]
    public async Task Should_answer_a_whole_call_and_echo_its_message_id()
    {
        var (status, text) = await PostAsync(Envelope(Bam + Lps + Addressing, Body));

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(text, Does.Contain("RelatesTo xmlns:wsa=\"http://www.w3.org/2005/08/addressing\">uuid:42<").And.Contain("consulterLesDroitsResponse"));
    }

    [TestCase("", "hub_402", TestName = "No addressing")]
    [TestCase("<w:Action xmlns:w=\"http://www.w3.org/2005/08/addressing\">urn:other</w:Action><w:MessageID xmlns:w=\"http://www.w3.org/2005/08/addressing\">uuid:42</w:MessageID>", "hub_402", TestName = "Another action")]
    [TestCase(Addressing, "hub_403", TestName = "No contexts")]
    [TestCase(Addressing + Bam, "hub_403", TestName = "No context LPS")]
    [TestCase(Addressing + Lps + "<c:ContexteBAM xmlns:c=\"urn:siram:bam:ctxbam\" Version=\"01_01\"><c:Id>1</c:Id><c:Temps>2025-03-04T08:00:00Z</c:Temps><c:COUVERTURE/></c:ContexteBAM>", "hub_403", TestName = "Another version of the context")]
    public async Task Rejects_a_header(string header, string code)
    {
        var (status, text) = await PostAsync(Envelope(header, Body));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(text, Does.Contain($"code=\"{code}\""));
    }

    [TestCase("<Requete xmlns=\"urn:simphonie-hub:cdr:1\"/>", "hub_422")]
    [TestCase("<Requete xmlns=\"urn:other\"/>", "hub_404")]
    [TestCase("<Autre xmlns=\"urn:simphonie-hub:cdr:1\"/>", "hub_404")]
    [TestCase("", "hub_400")]
    [TestCase("<a/><b/>", "hub_400")]
    public async Task Rejects_a_body(string body, string code) =>
        Assert.That((await PostAsync(Envelope(Addressing + Bam + Lps, body))).Text, Does.Contain($"code=\"{code}\""));

    [Test]
    public async Task Should_echo_the_message_id_in_the_detail_of_a_fault() =>
        Assert.That((await PostAsync(Envelope(Addressing + Bam + Lps, "<Requete xmlns=\"urn:simphonie-hub:cdr:1\"/>"))).Text, Does.Contain("messageID=\"uuid:42\""));

    [TestCase("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [TestCase("<a>")]
    [TestCase("not xml")]
    [TestCase("<Envelope xmlns=\"urn:none\"><Body><a/></Body></Envelope>")]
    public async Task Rejects_what_is_no_envelope(string text) => Assert.That((await PostAsync(text)).Text, Does.Contain("code=\"hub_400\""));

    [Test]
    public async Task Should_stop_at_ten_thousand_levels() =>
        Assert.That((await PostAsync(Envelope("", string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))))).Text, Does.Contain("code=\"hub_400\""));

    [Test]
    public async Task Should_not_take_more_than_its_limit() =>
        Assert.That((await PostAsync(Envelope("", "<a>" + new string('x', 11 * 1024 * 1024) + "</a>"))).Text, Does.Contain("code=\"hub_413\""));

    [Test]
    public async Task Should_say_that_it_does_not_understand_a_mandatory_block() =>
        Assert.That((await PostAsync(Envelope(Addressing + Bam + Lps + "<x:y xmlns:x=\"urn:x\" e:mustUnderstand=\"1\"/>", Body))).Text, Does.Contain("MustUnderstand"));

    [Test]
    public async Task Should_say_in_its_wsdl_that_it_is_not_normative()
    {
        var wsdl = await _http.GetStringAsync(new Uri(_simulator.Url + "?wsdl"));

        Assert.That(wsdl, Does.Contain("non normatif / hub profile, non-normative"));
        Assert.That(wsdl, Does.Contain($"location=\"{_simulator.Url}\""));
    }

    [Test]
    public async Task Should_take_disturbances_and_tell_counts_over_http()
    {
        using var content = new StringContent("{\"down\":true}", Encoding.UTF8, "application/json");
        var control = new Uri(_simulator.Url, "/_control");
        Assert.That((await _http.PutAsync(control, content)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await PostAsync(Envelope(Bam + Lps + Addressing, Body))).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        _simulator.Disturb(new Disturbance());

        Assert.That(await _http.GetStringAsync(control), Does.Match("\"calls\":[1-9]"));
    }

    private static string Body => CdriStand.Request("297022A020778", "78", "1997-02-26");

    private static string Envelope(string header, string body) => $"<e:Envelope xmlns:e=\"{Soap12}\"><e:Header>{header}</e:Header><e:Body>{body}</e:Body></e:Envelope>";

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "application/soap+xml");
        using var response = await _http.PostAsync(_simulator.Url, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
