using System.Text;
using Simphonie.Channels.Soap;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Core.Channels;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Tests.Soap;

public sealed class When_a_request_is_frozen
{
    [Test]
    public void Should_carry_the_family_s_header_blocks_in_order()
    {
        var envelope = SoapEnvelope.Read(Freeze("A").Body, XmlLimits.Default)!;

        Assert.That(envelope.Blocks.Select(envelope.Message.NameOf), Is.EqualTo(new[] { "ContexteBAM", "ContexteLPS", "Action", "MessageID" }));
        Assert.That(envelope.Action, Is.EqualTo("urn:simphonie-hub:cdr:1:consulterLesDroits"));
    }

    [Test]
    public void Should_write_the_contexts_as_the_public_contract_says()
    {
        var text = Encoding.UTF8.GetString(Freeze("A").Body.Span);

        Assert.That(text, Does.Contain("Version=\"01_02\" Nature=\"CTXBAM\"><ctxbam:Id>"));
        Assert.That(text, Does.Contain("<ctxbam:Temps>2025-03-04T08:00:00.123Z</ctxbam:Temps><ctxbam:Emetteur>1990000001</ctxbam:Emetteur><ctxbam:COUVERTURE><ctxbam:GrandRegime>01</ctxbam:GrandRegime>"
            + "<ctxbam:ASSURE><ctxbam:Id><ctxbam:Num>297022A020778</ctxbam:Num><ctxbam:Cle>78</ctxbam:Cle></ctxbam:Id></ctxbam:ASSURE>"
            + "<ctxbam:BENEFICIAIRE><ctxbam:DateNai>1997-02-26</ctxbam:DateNai><ctxbam:Rang>1</ctxbam:Rang></ctxbam:BENEFICIAIRE></ctxbam:COUVERTURE></ctxbam:ContexteBAM>"));
        Assert.That(text, Does.Contain("<ctxlps:LPS><ctxlps:IDAM R=\"4\">HUBTEST00001</ctxlps:IDAM><ctxlps:Version>1.0</ctxlps:Version>"
            + "<ctxlps:Instance>11111111-2222-4333-8444-555555555555</ctxlps:Instance><ctxlps:Nom>urn:lps:hub:1.0</ctxlps:Nom></ctxlps:LPS></ctxlps:ContexteLPS>"));
    }

    [Test]
    public void Should_give_the_same_bytes_for_the_same_identity_and_other_ids_for_another()
    {
        var (first, again) = (Freeze("A"), Freeze("A"));

        Assert.That(again.Body.ToArray(), Is.EqualTo(first.Body.ToArray()));
        Assert.That(first.PeerIdentity, Does.Match("^uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        Assert.That(Freeze("B").PeerIdentity, Is.Not.EqualTo(first.PeerIdentity));
    }

    [Test]
    public void Should_keep_the_body_byte_for_byte_without_its_declaration()
    {
        var frozen = SoapParts.Freezer(SoapParts.Profile()).Freeze(new FreezeRequest("A", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\n" + SoapParts.Request), SoapParts.Now));

        Assert.That(Encoding.UTF8.GetString(frozen.Body.Span), Does.EndWith($"<soap:Body>{SoapParts.Request}</soap:Body></soap:Envelope>"));
    }

    [TestCase("<a")]
    [TestCase("<a/></soap:Body><soap:Body>")]
    [TestCase("<!DOCTYPE a><a/>")]
    public async Task Should_never_send_a_body_that_is_not_xml(string body)
    {
        var outcome = await SoapParts.SendAsync(new Uri("http://127.0.0.1:1/"), body);

        Assert.That(((DeliveryOutcome.Rejected)outcome).Cause.Code, Is.EqualTo(SoapCodes.RequestUnreadable));
    }

    [Test]
    public async Task Should_never_send_a_body_that_is_not_valid()
    {
        var outcome = await SoapParts.SendAsync(new Uri("http://127.0.0.1:1/"), SoapParts.Request.Replace("<Cle>78</Cle>", "", StringComparison.Ordinal));

        Assert.That(((DeliveryOutcome.Rejected)outcome).Cause.Code, Is.EqualTo(SoapCodes.RequestInvalid));
    }

    private static FrozenDelivery Freeze(string identity) =>
        SoapParts.Freezer(SoapParts.Profile()).Freeze(new FreezeRequest(identity, Encoding.UTF8.GetBytes(SoapParts.Request), SoapParts.Now));
}
