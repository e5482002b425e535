using System.Text;

namespace Simphonie.Cli.Tests.Running;

/// <summary>A running hub with all its doors: MLLP, FHIR and SOAP, each limited to 2 MB, and a SOAP service that answers with what it was asked.</summary>
internal sealed class Doors : IAsyncDisposable
{
    public const string Fhir = "application/fhir+json";
    public const string Soap12 = "application/soap+xml";
    public const string Soap11 = "text/xml";

    /// <summary>Stands in everything hostile; must be in no log.</summary>
    public const string Marked = "MARKEDPAYLOAD";

    private const string Profile = """
        profile: {id: soap/door-test, version: "1", effective: 2020-01-01, status: hub-profile, source: A test of the SOAP door}
        soap: "1.2"
        service: Door
        operations: [{name: ask, action: "urn:door:ask", request: Ask, response: Told}]
        authentication: none
        """;

    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:annotation><xs:appinfo><schema xmlns="urn:simphonie-hub:schema" id="xml/door" version="1" effective="2020-01-01" source="A test of the SOAP door" status="hub-profile"/></xs:appinfo></xs:annotation>
          <xs:element name="Ask" type="xs:string"/>
          <xs:element name="Told"><xs:complexType><xs:sequence><xs:element name="what" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """;

    private const string Mapping = """
        mapping: told
        version: 1
        effective: 2020-01-01
        from: xml/door@1#Ask
        to: xml/door@1#Told
        description: Tells what was asked.
        make:
          - what: $this
        """;

    private const string Route = """
        route: ask
        version: 1
        effective: 2020-01-01
        description: Answers with what was asked.
        from: gap-soap
        steps:
          - map: told
            as: told
        answer: told
        answer_within_seconds: 10
        """;

    private Doors(TestSite site, int httpPort)
    {
        Site = site;
        HttpPort = httpPort;
    }

    public TestSite Site { get; }

    public int HttpPort { get; }

    public static async Task<Doors> OpenAsync(CancellationToken cancellationToken, int connections = 200)
    {
        var port = HubProcess.FreePort();
        var site = new TestSite(
            new Dictionary<string, int>(),
            settings: $"http: {{listen: \"127.0.0.1:{port}\", connections: {connections}}}",
            limits: $"limits: {{message_megabytes: 2, connections: {connections}, idle_seconds: 5}}",
            inbound: """
              gap-fhir:
                fhir: {path: /fhir}
                limits: {message_megabytes: 2}
              gap-soap:
                soap: {path: /soap, profile: soap/door-test@1}
                format: xml/door@1
                limits: {message_megabytes: 2}
            """);
        await File.WriteAllTextAsync(Path.Combine(site.Routes, "door.profile.yaml"), Profile, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(site.Routes, "door.xsd"), Schema, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(site.Routes, "told.map.yaml"), Mapping, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(site.Routes, "ask.route.yaml"), Route, cancellationToken);
        await site.StartAsync(cancellationToken);
        return new(site, port);
    }

    public static string Envelope(string body, string header = "", bool old = false) =>
        $"<e:Envelope xmlns:e=\"{(old ? "http://schemas.xmlsoap.org/soap/envelope/" : "http://www.w3.org/2003/05/soap-envelope")}\">{(header.Length > 0 ? $"<e:Header>{header}</e:Header>" : "")}<e:Body>{body}</e:Body></e:Envelope>";

    public Task<HttpReply?> PostAsync(string path, string type, string body, CancellationToken cancellationToken, string headers = "") =>
        PostAsync(path, type, Encoding.UTF8.GetBytes(body), cancellationToken, headers);

    public async Task<HttpReply?> PostAsync(string path, string type, byte[] body, CancellationToken cancellationToken, string headers = "")
    {
        using var wire = await HttpWire.ConnectAsync(HttpPort, cancellationToken);
        await wire.WriteAsync(HttpWire.Post(path, type, body, headers), cancellationToken);
        return await wire.ReadAsync(cancellationToken);
    }

    /// <summary>Every door takes a good message, answers it, and nothing that was sent to any of them is in a log.</summary>
    public async Task AssertServingAsync(CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        Assert.That(Hl7Text.CodeOf(await Site.SendAsync(Hl7Text.Movement("A02", id, "AFTER"), cancellationToken)), Is.EqualTo("AA"), "MLLP still serves");
        Assert.That((await PostAsync("/fhir/Patient", Fhir, """{"resourceType":"Patient"}""", cancellationToken))?.Status, Is.EqualTo(201), "FHIR still serves");
        var asked = await PostAsync("/soap", Soap12, Envelope($"<Ask>{id}</Ask>"), cancellationToken);
        Assert.That(asked?.Status, Is.EqualTo(200), "SOAP still serves");
        Assert.That(asked!.Body, Does.Contain($"<what>{id}</what>"), "with the answer of its route");
        Assert.That(Site.Hub.Output, Does.Not.Contain(Marked));
        foreach (var file in Directory.GetFiles(Path.Combine(Site.Data, "logs")))
        {
            Assert.That(await ReadSharedAsync(file, cancellationToken), Does.Not.Contain(Marked));
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static async Task<string> ReadSharedAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
