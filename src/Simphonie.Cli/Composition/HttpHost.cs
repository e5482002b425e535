using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Engine;

namespace Simphonie.Cli.Composition;

/// <summary>The hub's own HTTP listener: health, and the channels that live on it.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private const long MostBodyBytes = 2L * 1024 * 1024 * 1024;

    private readonly WebApplication _application;
    private readonly IPEndPoint _listen;

    private HttpHost(WebApplication application, IPEndPoint listen)
    {
        _application = application;
        _listen = listen;
    }

    public static HttpHost Create(IPEndPoint listen, int connections, TlsMaterial? tls, IEnumerable<IHttpChannel> channels, HubEngine engine, ILoggerFactory logs)
    {
        // Empty: hub.yaml is the only configuration. The other builders read and watch files of the folder that the hub was started in, its data among them.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(logs);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = connections;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes; // each channel has its own, smaller limit
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15); // a caller that drips its headers holds nothing for long
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(10)); // nor one that drips its body: 408
            kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(10));
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            kestrel.Listen(listen, options =>
            {
                if (tls is not null)
                {
                    options.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(TlsOptions.Server(tls)) });
                }
            });
        });
        var application = builder.Build();
        application.MapGet("/health/live", async (HttpContext context) => await WriteHealthAsync(context, engine, health => health.Live));
        application.MapGet("/health/ready", async (HttpContext context) => await WriteHealthAsync(context, engine, health => health.Ready));
        foreach (var channel in channels)
        {
            channel.Map(application);
        }

        return new(application, listen);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _application.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new ChannelStartException(
                Diagnostic.Of(Commands.CommandCodes.PortTaken, Place.Whole, $"HTTP cannot listen on {_listen}. {Commands.CommandCodes.PortTaken.Help}"), exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _application.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task WriteHealthAsync(HttpContext context, HubEngine engine, Func<HubHealth, bool> good)
    {
        var health = await engine.HealthAsync(context.RequestAborted);
        context.Response.StatusCode = good(health) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteBoolean("live", health.Live);
        json.WriteBoolean("ready", health.Ready);
        json.WriteString("disk", health.Disk.ToString().ToLowerInvariant());
        json.WriteString("revision", health.Revision);
        json.WriteNumber("messages", health.Figures.Messages);
        json.WriteNumber("unsequenced", health.Figures.Unsequenced);
        json.WriteNumber("pendingDeliveries", health.Figures.PendingDeliveries);
        json.WriteNumber("dead", health.Figures.Dead);
        json.WriteNumber("unknown", health.Figures.Unknown);
        json.WriteNumber("openWorkItems", health.Figures.OpenWorkItems);
        json.WriteStartArray("openCircuits");
        foreach (var endpoint in health.OpenCircuits.Keys)
        {
            json.WriteStringValue(endpoint);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
