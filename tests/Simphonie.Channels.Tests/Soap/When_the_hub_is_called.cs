using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Soap;
using Simphonie.Channels.Soap.Client;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;

namespace Simphonie.Channels.Tests.Soap;

/// <summary>The hub's own SOAP service, from the settings of hub.yaml down to what intake is given.</summary>
public sealed class When_the_hub_is_called
{
    [Test]
    public async Task Should_give_the_body_to_intake_and_answer_what_the_route_made()
    {
        var door = new Door(new InteractiveResult { State = InteractiveState.Answered, Answer = new InlinePayload(Encoding.UTF8.GetBytes(SoapParts.Answer)), AnswerFormat = "xml" });
        var (status, text) = await CallAsync(door);

        Assert.That(status, Is.EqualTo(200));
        Assert.That(text, Does.Contain(SoapParts.Answer));
        Assert.That(door.Body, Is.EqualTo(SoapParts.Request));
        Assert.That(door.Message!.Peer, Is.EqualTo("CN=gap"));
        var inspection = door.Message.Inspector!.Inspect(default);
        Assert.That((inspection.Readable, inspection.Type, inspection.ControlId), Is.EqualTo((true, "Requete", DerivedId)));
        Assert.That(inspection.DuplicateKey, Is.EqualTo("CN=gap\u001F" + DerivedId));
    }

    [TestCase(InteractiveState.Late, "hub_202")]
    [TestCase(InteractiveState.NoRoute, "hub_404")]
    [TestCase(InteractiveState.Failed, "hub_500")]
    public async Task Should_answer_with_a_fault(InteractiveState state, string code)
    {
        var (status, text) = await CallAsync(new Door(new InteractiveResult { State = state }));

        Assert.That(status, Is.EqualTo(500));
        Assert.That(text, Does.Contain($"code=\"{code}\"").And.Contain($"messageID=\"{DerivedId}\""));
    }

    [Test]
    public async Task Should_ask_to_come_again_when_overloaded()
    {
        var overloaded = new IntakeResult { Disposition = IntakeDisposition.Overloaded, Inspection = new Inspection { Readable = true } };

        Assert.That((await CallAsync(new Door(new InteractiveResult { State = InteractiveState.NotAccepted, Intake = overloaded }))).Status, Is.EqualTo(503));
    }

    [Test]
    public async Task Should_tell_nothing_of_an_exception()
    {
        var (status, text) = await CallAsync(new Door(null));

        Assert.That(status, Is.EqualTo(500));
        Assert.That(text, Does.Contain("hub_500").And.Not.Contain("MARKED"));
    }

    [Test]
    public async Task Should_not_let_in_a_caller_without_a_certificate()
    {
        var door = new Door(null);
        var (_, text) = await CallAsync(door, certificate: false);

        Assert.That(text, Does.Contain("hub_401"));
        Assert.That(door.Message, Is.Null);
    }

    [TestCase("path", "soap")]
    [TestCase("path", "/a/{b}")]
    [TestCase("profile", "")]
    public void Rejects_settings(string name, string value)
    {
        var findings = new DiagnosticBag();
        var own = Map(("path", name == "path" ? value : "/soap"), ("profile", name == "profile" ? value : "soap/cdri-hub@1"));
        new SoapChannelKind().Check(new ChannelSettings { Name = "in", Own = own, Entry = Map(), BaseDirectory = "/" }, inbound: true, findings);

        Assert.That(findings.Single().Code, Is.EqualTo(SoapCodes.Setting));
    }

    [TestCase("ftp://x/")]
    [TestCase("http://192.0.2.1/lps")]
    [TestCase("lps")]
    public void Rejects_addresses_of_services(string url)
    {
        var findings = new DiagnosticBag();
        new SoapChannelKind().Check(new ChannelSettings { Name = "out", Own = Map(("url", url), ("profile", "p")), Entry = Map(), BaseDirectory = "/" }, inbound: false, findings);

        Assert.That(findings.Single().Code, Is.EqualTo(SoapCodes.Setting));
    }

    private static string DerivedId => "uuid:" + DerivedUuid.Of("IDENTITY", "message");

    private static async Task<(int Status, string Text)> CallAsync(Door door, bool certificate = true)
    {
        var own = Map(("path", "/soap/cdri"), ("profile", "soap/cdri-hub@1"));
        await using var channel = (IHttpChannel)new SoapChannelKind().CreateInbound(new ChannelSettings { Name = "gap-soap", Own = own, Entry = Map(), BaseDirectory = "/" }, Services(door));
        var builder = WebApplication.CreateSlimBuilder();
        Microsoft.AspNetCore.TestHost.WebHostBuilderExtensions.UseTestServer(builder.WebHost);
        await using var application = builder.Build();
        channel.Map(application);
        await application.StartAsync();
        using var client = certificate ? SelfSigned() : null;
        var body = SoapParts.Freezer(SoapParts.Profile()).Freeze(new FreezeRequest("IDENTITY", Encoding.UTF8.GetBytes(SoapParts.Request), SoapParts.Now)).Body;
        var context = await application.GetTestServer().SendAsync(http =>
        {
            http.Request.Method = HttpMethods.Post;
            http.Request.Path = "/soap/cdri";
            http.Request.ContentType = "application/soap+xml";
            http.Request.Body = new MemoryStream(body.ToArray());
            http.Connection.ClientCertificate = client;
        });
        using var reader = new StreamReader(context.Response.Body);
        return (context.Response.StatusCode, await reader.ReadToEndAsync());
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=gap", key, HashAlgorithmName.SHA256).CreateSelfSigned(SoapParts.Now, SoapParts.Now.AddYears(1));
    }

    private static ChannelServices Services(Door door) => new()
    {
        Intake = null!,
        Interactive = door,
        Journal = null!,
        Formats = new Dictionary<string, IFormat>(StringComparer.Ordinal),
        Schemas = new Profiles(),
        Logs = NullLoggerFactory.Instance,
        Time = TimeProvider.System,
        World = World.Test,
        Establishment = "990000001",
        Hub = "HUB",
    };

    private static Setting.Map Map(params (string Name, string Value)[] entries) =>
        new([.. entries.Select(entry => KeyValuePair.Create(entry.Name, (Setting)new Setting.Scalar(entry.Value, Place.Whole)))], Place.Whole);

    /// <summary>Answers every call the same; null: throws.</summary>
    private sealed class Door(InteractiveResult? result) : IInteractiveIntake
    {
        public InboundMessage? Message { get; private set; }

        public string? Body { get; private set; }

        public ValueTask<InteractiveResult> CallAsync(InboundMessage message, TimeSpan? wait, CancellationToken cancellationToken)
        {
            Message = message;
            Body = Encoding.UTF8.GetString(message.Body.Span);
            return ValueTask.FromResult(result ?? throw new InvalidOperationException("MARKED"));
        }

        public ValueTask<InteractiveResult?> FindAsync(string ticket, string? peer, CancellationToken cancellationToken) => ValueTask.FromResult<InteractiveResult?>(null);
    }

    private sealed class Profiles : ISchemaCatalog
    {
        public IReadOnlyCollection<ISchema> All => [];

        public bool TryResolve(string reference, DateOnly businessDate, [NotNullWhen(true)] out ISchema? schema)
        {
            schema = SoapParts.Profile();
            return true;
        }
    }
}
