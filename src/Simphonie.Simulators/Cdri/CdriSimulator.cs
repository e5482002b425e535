using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Channels.Soap.Service;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Simulators.Cdri;

/// <summary>
/// A CDRi service to test against, non-normative: the hub profile over SOAP, fictitious people, errors and delays on demand.
/// <c>GET /_control</c> tells its counts, <c>PUT /_control</c> takes a <see cref="Disturbance"/> as JSON; both on the same listener.
/// </summary>
public sealed class CdriSimulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TlsMaterial? _material;
    private readonly Behaviour _behaviour;

    private CdriSimulator(WebApplication application, TlsMaterial? material, Behaviour behaviour, Uri url)
    {
        _application = application;
        _material = material;
        _behaviour = behaviour;
        Url = url;
    }

    /// <summary>Address of the service.</summary>
    public Uri Url { get; }

    public CdriCounts Counts => _behaviour.Counts();

    /// <summary>Switches errors and delays.</summary>
    public void Disturb(Disturbance disturbance) => _behaviour.Set(disturbance);

    /// <summary>Starts to listen. Throws <see cref="ChannelStartException"/> when files or the port do not allow it.</summary>
    public static async Task<CdriSimulator> StartAsync(CdriSimulatorOptions options, CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var profile = (SoapProfile?)new SoapProfileLoader().Load(options.ProfileFile, findings);
        var people = InsuredFile.Read(options.InsuredFile, findings);
        var material = options.Tls is null ? null : TlsMaterial.Load(options.Tls, options.Time, findings);
        if (profile?.Schema is null || people is null || (options.Tls is not null && material is null))
        {
            material?.Dispose();
            throw new ChannelStartException(findings.Count > 0 ? findings[0] : Diagnostic.Of(CdriCodes.Start, Place.Whole, "The profile has no schema."));
        }

        var behaviour = new Behaviour(options.Disturbance);
        var application = Build(options, material);
        var service = new SoapService(profile, new CdriHandler(people, behaviour, options.Time), new SoapServiceOptions
        {
            Time = options.Time,
            AllowPlain = options.Tls is null,
            Authorities = Authorities(options),
        });
        service.Map(application, options.Path);
        MapControl(application, behaviour);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await application.DisposeAsync();
            material?.Dispose();
            throw new ChannelStartException(Diagnostic.Of(CdriCodes.Start, Place.Whole, $"Port {options.Port} cannot be listened on."), exception);
        }

        var address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return new CdriSimulator(application, material, behaviour, new Uri(address, options.Path));
    }

    /// <summary>Stops at once: callers see their connections end.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
        _material?.Dispose();
    }

    private static WebApplication Build(CdriSimulatorOptions options, TlsMaterial? material)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port, listener =>
            {
                listener.Protocols = HttpProtocols.Http1;
                if (material is not null)
                {
                    var server = TlsOptions.Server(material);
                    listener.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(server) });
                }
            });
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        return builder.Build();
    }

    private static X509Certificate2Collection Authorities(CdriSimulatorOptions options)
    {
        var authorities = new X509Certificate2Collection();
        if (options.AssertionAuthorities is { } path)
        {
            authorities.ImportFromPemFile(path);
        }

        return authorities;
    }

    private static void MapControl(WebApplication application, Behaviour behaviour)
    {
        application.MapGet("/_control", () => TypedResults.Json(behaviour.Counts()));
        application.MapPut("/_control", async (HttpContext context) =>
        {
            if (await context.Request.ReadFromJsonAsync<Disturbance>(context.RequestAborted) is not { } disturbance)
            {
                return Results.BadRequest();
            }

            behaviour.Set(disturbance);
            return Results.NoContent();
        });
    }
}
