namespace Simphonie.Definitions.Tests.Hub;

public sealed class When_hub_yaml_is_bad
{
    [TestCase("world: test", "world: tset", "SIM1013", "did you mean 'test'?")]
    [TestCase("hub: ch-exemple\n", "", "SIM1011", "needs 'hub'")]
    [TestCase("wire: {connect", "wier: {connect", "SIM1030", "did you mean 'wire'?")]
    [TestCase("    wire: {listen: 127.0.0.1:2575}", "    wire: {listen: 127.0.0.1:2575}\n    outward: {connect: x}", "SIM1031", "one kind")]
    [TestCase("    wire: {listen: 127.0.0.1:2575}", "    outward: {connect: x}", "SIM1032", "no inbound side")]
    [TestCase("listen: 127.0.0.1:2575", "listen: 0.0.0.0:2575", "SIM1033", "without TLS")]
    [TestCase("listen: 127.0.0.1:2575", "lisetn: 127.0.0.1:2575", "SIM1010", "did you mean 'listen'?")]
    [TestCase("listen: 127.0.0.1:2575", "listen: nowhere", "SIM9999", "no address")]
    [TestCase("world: test", "world: test\napplication_ack: gap-retrun", "SIM1035", "did you mean 'gap-return'?")]
    [TestCase("from: [.]", "from: [./no-such-folder]", "SIM1036", "does not exist")]
    [TestCase("  gap-adt:", "  GAP_ADT:", "SIM1037", "small letters")]
    [TestCase("\"750000010\"", "\"75\"", "SIM1038", "nine")]
    [TestCase("world: test", "world: test\ndisk: {low_megabytes: 10}", "SIM1039", "more than")]
    [TestCase("world: test", "world: test\nhttp: {listen: 127.0.0.1:2575}", "SIM1040", "where 'http' does")]
    [TestCase("world: test", "world: test\nhttp: {listen: \"0.0.0.0:8080\", tls: {certificate: a}}", "SIM1033", "client authentication")]
    [TestCase("world: test", "world: test\nhttp: {listen: \"0.0.0.0:8080\", tls: {certificate: a, authorities: b, client: none}}", "SIM1033", "client authentication")]
    [TestCase("repeat: safe", "repeat: safe\n    limits: {in_flight: 0}", "SIM1014", "from 1 to 1024")]
    public void Should_report(string good, string bad, string code, string text)
    {
        var yaml = HubText.Good.Replace(good, bad, StringComparison.Ordinal);

        var (hub, findings) = HubText.Read(yaml);

        Assert.That(yaml, Is.Not.EqualTo(HubText.Good), "the row must change something");
        Assert.That(hub, Is.Null);
        Assert.That(findings.Select(f => f.Code.Id), Has.Member(code), string.Join('\n', findings));
        Assert.That(findings.First(f => f.Code.Id == code).Text, Does.Contain(text));
    }

    [Test]
    public void Should_warn_but_go_on_when_an_insecure_listener_is_accepted()
    {
        var (hub, findings) = HubText.Read(HubText.Good.Replace("wire: {listen: 127.0.0.1:2575}", "wire: {listen: 0.0.0.0:2575}\n    insecure: accepted", StringComparison.Ordinal));

        Assert.That(hub, Is.Not.Null);
        Assert.That(findings.Single().Code.Id, Is.EqualTo("SIM1034"));
    }

    [TestCase("{certificate: a, authorities: b}")]
    [TestCase("{certificate: a, authorities: b, client: required}")]
    public void Accepts_a_network_address_whose_clients_are_known(string tls)
    {
        var (_, findings) = HubText.Read(HubText.Good.Replace("world: test", $"world: test\nhttp: {{listen: \"0.0.0.0:8080\", tls: {tls}}}", StringComparison.Ordinal));

        Assert.That(findings.Select(finding => finding.Code.Id), Has.None.EqualTo("SIM1033"));
    }

    [TestCase("127.0.0.1:2575")]
    [TestCase("localhost:80")]
    [TestCase("[::1]:2575")]
    [TestCase("127.4.5.6:1")]
    public void Accepts_a_loopback_address_without_tls(string listen)
    {
        var (hub, findings) = HubText.Read(HubText.Good.Replace("127.0.0.1:2575", $"\"{listen}\"", StringComparison.Ordinal));

        Assert.That(findings, Is.Empty);
        Assert.That(hub, Is.Not.Null);
    }
}
