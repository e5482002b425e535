using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Soap.Service;
using Simphonie.Contracts.Channels;
using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Soap;

/// <summary>The hub's SOAP service with two clients that show a certificate each. A late answer is asked for by the same call: its MessageID is what was told.</summary>
internal sealed partial class ServiceRig : IInteractiveRig
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _sent = new(StringComparer.Ordinal);
    private readonly Dictionary<InteractiveClient, X509Certificate2> _clients;
    private readonly WebApplication _application;

    private ServiceRig(WebApplication application)
    {
        _application = application;
        _clients = Enum.GetValues<InteractiveClient>().ToDictionary(client => client, SelfSigned);
    }

    public (string Text, string Format) Answer => (SoapParts.Answer, "xml");

    public static async Task<IInteractiveRig> StartAsync(IInteractiveIntake interactive)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebHostBuilderExtensions.UseTestServer(builder.WebHost);
        var application = builder.Build();
        var service = new SoapService(SoapParts.Profile(), new IntakeHandler("gap-soap", Services(interactive), null), new() { Time = TimeProvider.System });
        service.Map(application, "/soap/cdri");
        await application.StartAsync();
        return new ServiceRig(application);
    }

    public Task<CallerTold> CallAsync(InteractiveClient client, string call, CancellationToken cancellationToken)
    {
        var frozen = SoapParts.Freezer(SoapParts.Profile()).Freeze(new FreezeRequest(call, Encoding.UTF8.GetBytes(SoapParts.Request), SoapParts.Now));
        _sent[frozen.PeerIdentity] = frozen.Body;
        return SendAsync(client, frozen.Body, cancellationToken);
    }

    public Task<CallerTold> AskAgainAsync(InteractiveClient client, string reference, CancellationToken cancellationToken) => SendAsync(client, _sent[reference], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        foreach (var certificate in _clients.Values)
        {
            certificate.Dispose();
        }
    }

    private async Task<CallerTold> SendAsync(InteractiveClient client, ReadOnlyMemory<byte> envelope, CancellationToken cancellationToken)
    {
        var context = await _application.GetTestServer().SendAsync(
            http =>
            {
                http.Request.Method = HttpMethods.Post;
                http.Request.Path = "/soap/cdri";
                http.Request.ContentType = "application/soap+xml";
                http.Request.Body = new MemoryStream(envelope.ToArray());
                http.Connection.ClientCertificate = _clients[client];
            },
            cancellationToken);
        using var reader = new StreamReader(context.Response.Body);
        var text = await ReadAsync(reader, cancellationToken);
        var isLate = text.Contains("code=\"hub_202\"", StringComparison.Ordinal);
        var state = context.Response.StatusCode switch
        {
            StatusCodes.Status200OK => CallerState.Answered,
            StatusCodes.Status503ServiceUnavailable => CallerState.ComeAgain,
            _ => isLate ? CallerState.Late : CallerState.Refused,
        };
        return new(state, text, isLate ? MessageId().Match(text).Value : null);
    }

    // The server of the tests tells in a way of its own that the caller hung up.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (IOException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("the caller hung up", exception, cancellationToken);
        }
    }

    private static ChannelServices Services(IInteractiveIntake interactive) => new()
    {
        Intake = new ScriptedIntake(),
        Interactive = interactive,
        Journal = null!,
        Formats = new Dictionary<string, IFormat>(StringComparer.Ordinal),
        Schemas = null!,
        Logs = NullLoggerFactory.Instance,
        Time = TimeProvider.System,
        World = World.Test,
        Establishment = "990000001",
        Hub = "HUB",
    };

    private static X509Certificate2 SelfSigned(InteractiveClient client)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest($"CN={client}", key, HashAlgorithmName.SHA256).CreateSelfSigned(SoapParts.Now, SoapParts.Now.AddYears(1));
    }

    [GeneratedRegex("(?<=messageID=\")[^\"]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}
