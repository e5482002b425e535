using System.Text;
using Simphonie.Channels.Soap;
using Simphonie.Core.Channels;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Soap;

public sealed class When_the_service_answers
{
    [Test]
    public async Task Should_deliver_the_body_as_a_document_of_its_own()
    {
        using var server = RawHttp.Answering(200, SoapParts.Envelope(SoapParts.Answer));
        var outcome = await SoapParts.SendAsync(server.Url);

        Assert.That(outcome, Is.TypeOf<DeliveryOutcome.Delivered>());
        Assert.That(Encoding.UTF8.GetString(((InlinePayload)((DeliveryOutcome.Delivered)outcome).Answer!).Bytes.Span), Is.EqualTo(SoapParts.Answer));
    }

    [TestCase("siram_40", "desir_1020", "Sender", "", true)]
    [TestCase("siram_40", "desir_1020", "Receiver", "", true)]
    [TestCase("siram_40", "insi_102", "Receiver", "", true)]
    [TestCase("siram_40", "other", "Receiver", "base FASIBEN", false)]
    public async Task Should_call_listed_faults_unavailable(string subcode, string code, string who, string text, bool endpointDown)
    {
        using var server = RawHttp.Answering(500, SoapParts.Envelope(SoapParts.Fault(subcode, code, who, text)));
        var outcome = await SoapParts.SendAsync(server.Url);

        Assert.That(outcome, Is.TypeOf<DeliveryOutcome.Unavailable>().With.Property("EndpointDown").EqualTo(endpointDown));
    }

    [TestCase("siram_100", "desir_550")]
    [TestCase("siram_40", "never_seen")]
    [TestCase("siram_99", "desir_1020")]
    public async Task Should_reject_other_faults_without_quoting_their_text(string subcode, string code)
    {
        using var server = RawHttp.Answering(500, SoapParts.Envelope(SoapParts.Fault(subcode, code, "Receiver")));
        var outcome = (DeliveryOutcome.Rejected)await SoapParts.SendAsync(server.Url);

        Assert.That(outcome.Cause.Code, Is.EqualTo(SoapCodes.Fault));
        Assert.That(outcome.Cause.ToString(), Does.Not.Contain("MARKED").And.Contain(code));
    }

    [TestCase("297022A020778")]
    [TestCase("<b/>")]
    public async Task Should_not_show_a_code_that_looks_like_data(string code)
    {
        using var server = RawHttp.Answering(500, SoapParts.Envelope(SoapParts.Fault("siram_1", System.Security.SecurityElement.Escape(code))));

        Assert.That(((DeliveryOutcome.Rejected)await SoapParts.SendAsync(server.Url)).Cause.Text, Does.Contain("(no code)").And.Not.Contain(code));
    }

    [Test]
    public async Task Should_read_a_fault_of_version_1_1()
    {
        const string Fault = "<e:Fault><faultcode>e:Client.siram_40</faultcode><faultstring>x</faultstring><detail><s:Erreur xmlns:s=\"urn:siram\" code=\"desir_1020\" severite=\"fatal\"/></detail></e:Fault>";
        using var server = RawHttp.Answering(500, SoapParts.Envelope(Fault, space: "http://schemas.xmlsoap.org/soap/envelope/"));

        Assert.That(await SoapParts.SendAsync(server.Url), Is.TypeOf<DeliveryOutcome.Unavailable>());
    }

    [TestCase(503)]
    [TestCase(429)]
    public async Task Should_wait_as_long_as_the_service_says(int status)
    {
        using var server = RawHttp.Answering(status, "busy", "Retry-After: 17\r\n");
        var outcome = (DeliveryOutcome.Unavailable)await SoapParts.SendAsync(server.Url);

        Assert.That(outcome.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(17)));
        Assert.That(outcome.EndpointDown, Is.True);
    }

    [TestCase(404)]
    [TestCase(403)]
    [TestCase(301)]
    public async Task Should_reject_on_other_statuses(int status)
    {
        using var server = RawHttp.Answering(status, "no", "Location: http://127.0.0.1:1/\r\n");

        Assert.That(((DeliveryOutcome.Rejected)await SoapParts.SendAsync(server.Url)).Cause.Code, Is.EqualTo(SoapCodes.Refused));
    }

    [TestCase(502)]
    [TestCase(504)]
    public async Task Should_not_know_what_became_of_a_call_behind_a_gateway(int status)
    {
        using var server = RawHttp.Answering(status, "gateway");

        Assert.That(await SoapParts.SendAsync(server.Url), Is.TypeOf<DeliveryOutcome.Unknown>());
    }

    [TestCase("<html/>", "SIM3212")]
    [TestCase("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "SIM3212")]
    public async Task Should_reject_what_is_no_envelope(string answer, string code)
    {
        using var server = RawHttp.Answering(200, answer);

        Assert.That(((DeliveryOutcome.Rejected)await SoapParts.SendAsync(server.Url)).Cause.Code.Id, Is.EqualTo(code));
    }

    [Test]
    public async Task Should_reject_an_answer_that_is_not_valid_and_keep_it()
    {
        using var server = RawHttp.Answering(200, SoapParts.Envelope(SoapParts.Answer.Replace("<r:Ouverts>false</r:Ouverts>", "", StringComparison.Ordinal)));
        var outcome = (DeliveryOutcome.Rejected)await SoapParts.SendAsync(server.Url);

        Assert.That(outcome.Cause.Code, Is.EqualTo(SoapCodes.AnswerInvalid));
        Assert.That(outcome.Cause.Place.Path, Is.EqualTo("/Envelope/Body/Reponse/Beneficiaire/DroitsAMO"));
        Assert.That(outcome.Answer, Is.Not.Null);
    }

    [Test]
    public async Task Should_reject_an_answer_to_another_message()
    {
        using var server = RawHttp.Answering(200, SoapParts.Envelope(SoapParts.Answer, "<w:RelatesTo xmlns:w=\"http://www.w3.org/2005/08/addressing\">uuid:other</w:RelatesTo>"));

        Assert.That(((DeliveryOutcome.Rejected)await SoapParts.SendAsync(server.Url)).Cause.Code, Is.EqualTo(SoapCodes.OtherMessage));
    }

    [Test]
    public async Task Should_stop_reading_at_the_limit()
    {
        using var server = RawHttp.Answering(200, new string('x', 5000));

        Assert.That(((DeliveryOutcome.Rejected)await SoapParts.SendAsync(server.Url, answerBytes: 4096)).Cause.Code, Is.EqualTo(SoapCodes.AnswerTooLarge));
    }
}
