using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Simphonie.Cli.Control;
using Simphonie.Core.Channels;
using Simphonie.Definitions.Hub;
using Simphonie.Engine;
using Simphonie.Engine.Disk;
using Simphonie.Engine.Embedded;
using Simphonie.Journal;
using Simphonie.Journal.Locking;
using Simphonie.Journal.Marks;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Cli.Composition;

/// <summary>The parts of a running hub, disposed in the reverse order of their making.</summary>
internal sealed class HubParts : IAsyncDisposable
{
    public required HubDefinition Hub { get; init; }

    public required DataDirectoryLock Lock { get; init; }

    public required ILoggerFactory Logs { get; init; }

    public SqliteJournal Journal { get; private set; } = null!;

    public DefinitionRuntime Definitions { get; private set; } = null!;

    public HubEngine Engine { get; private set; } = null!;

    public IReadOnlyList<IInboundChannel> Inbound { get; private set; } = [];

    public IReadOnlyList<IEndpoint> Endpoints { get; private set; } = [];

    public HttpHost? Http { get; set; }

    public ControlServer? Control { get; set; }

    /// <summary>Opens everything and starts nothing: no channel listens, no handling runs. Throws <see cref="HubStartException"/> with everything that is in the way.</summary>
    public static async Task<HubParts> OpenStoppedAsync(HubOptions options, CancellationToken cancellationToken)
    {
        var hub = HubConfiguration.Read(options);
        var taken = DataDirectoryLock.TryTake(options.Data) switch
        {
            LockOutcome.Held held => throw new HubStartException(ExitStatus.Environment, [held.Diagnostic(options.Data)]),
            var outcome => ((LockOutcome.Taken)outcome).Lock,
        };
        var parts = new HubParts { Hub = hub, Lock = taken, Logs = HubLogs.Create(options.Data) };
        try
        {
            await parts.OpenAsync(options.Data, cancellationToken);
            return parts;
        }
        catch (JournalRefusedException exception)
        {
            await parts.DisposeAsync();
            throw new HubStartException(ExitStatus.Environment, [exception.Diagnostic]);
        }
        catch (ChannelStartException exception)
        {
            await parts.DisposeAsync();
            throw new HubStartException(ExitStatus.Environment, [exception.Diagnostic]);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    private async Task OpenAsync(string data, CancellationToken cancellationToken)
    {
        Journal = await SqliteJournal.OpenAsync(new JournalOptions { Directory = data, Codes = CodeCatalog.Find }, cancellationToken);
        Definitions = await DefinitionRuntime.StartAsync(Hub, Journal.Reader, Logs.CreateLogger("Simphonie.Definitions"), cancellationToken);
        Engine = CreateEngine(data);
        var services = ChannelServices();
        Endpoints = [.. Hub.Endpoints.Select(endpoint => endpoint.Kind.CreateEndpoint(endpoint.Settings, services))];
        Engine.Open(Endpoints);
        Inbound = [.. Hub.Inbound.Select(channel => channel.Kind.CreateInbound(channel.Settings, services))];
    }

    public async ValueTask DisposeAsync()
    {
        Definitions?.Dispose();
        if (Control is not null)
        {
            await Control.DisposeAsync();
        }

        foreach (var channel in Inbound)
        {
            await channel.DisposeAsync();
        }

        if (Http is not null)
        {
            await Http.DisposeAsync();
        }

        if (Engine is not null)
        {
            await Engine.DisposeAsync();
        }

        foreach (var endpoint in Endpoints)
        {
            await endpoint.DisposeAsync();
        }

        if (Journal is not null)
        {
            await Journal.DisposeAsync();
        }

        Lock.Dispose();
        Logs.Dispose();
    }

    private HubEngine CreateEngine(string data)
    {
        var disk = new DriveInfo(Path.GetFullPath(data));
        var services = new EngineServices
        {
            Journal = Journal,
            Definitions = Definitions.Store,
            Formats = FormatSet.All,
            Transport = new EmbeddedTransport(TimeProvider.System),
            Time = TimeProvider.System,
            Random = new Random(),
            Unguessable = RandomNumberGenerator.Fill,
            Logs = Logs,
            FreeDiskBytes = () => disk.AvailableFreeSpace,
            DiskReserve = new DiskReserve(Path.Combine(data, DataDirectory.ReserveName), Hub.Disk.Reserve),
            LotFormats = FormatSet.Lots,
            ReturnFormats = FormatSet.Returns,
            LotMarks = new LotMarkFile(Hub.Lots?.Marks ?? Path.Combine(data, LotMarkFile.Name)),
            Tables = SiteTables,
        };
        var settings = new EngineSettings
        {
            Hub = Hub.Hub,
            Establishment = Hub.Establishment.Finess,
            World = Hub.World,
            Lanes = Hub.Lanes,
            Disk = new DiskMarkSettings(Hub.Disk.Low, Hub.Disk.Lower),
            Lots = Hub.Lots,
            KeepMessages = TimeSpan.FromDays(Hub.Journal.KeepDays),
            KeepLedger = TimeSpan.FromDays(Hub.Journal.LedgerYears * 365.25),
        };
        var schemas = Definitions.Store.Current.Schemas;
        return new(
            services,
            settings,
            [.. Hub.Inbound.Select(channel => IntakeChannelFactory.Create(Hub, channel, schemas)), .. ApplicationAcknowledgements.Channels(Hub, schemas)]);
    }

    private bool SiteTables(string table, string key, out string? value)
    {
        value = null;
        if (!Definitions.Store.Current.Tables.TryGetValue(table, out var found))
        {
            return false;
        }

        value = found.Codes.GetValueOrDefault(key) ?? found.Else;
        return true;
    }

    private ChannelServices ChannelServices() => new()
    {
        Intake = Engine.Intake,
        Interactive = Engine.Interactive,
        Formats = FormatSet.All,
        Schemas = Definitions.Store.Current.Schemas,
        Logs = Logs,
        Time = TimeProvider.System,
        World = Hub.World,
        Establishment = Hub.Establishment.Finess,
        Hub = Hub.Hub,
        Journal = Journal.Reader,
        ApplicationAckChannel = inbound => ApplicationAcknowledgements.ChannelOf(Hub, inbound),
    };
}
