using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Fhir;
using Simphonie.Channels.Tests.Fakes;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Fhir;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Channels.Tests.Fhir;

/// <summary>The FHIR door on a real listener at a port of the system's choice, with intake and journal played by the test.</summary>
internal sealed class FhirSite : IAsyncDisposable
{
    private static readonly Lazy<ISchema> _r4 = new(Load);

    private readonly WebApplication _app;

    private FhirSite(WebApplication app) => _app = app;

    public static string Root { get; } = FindRoot();

    public static ISchema R4 => _r4.Value;

    public RecordingIntake Intake { get; } = new();

    public FakeInteractive Interactive { get; } = new();

    public Dictionary<long, MessageRecord> Kept { get; } = [];

    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public static Task<FhirSite> StartAsync(params (string Key, Setting Value)[] own) => StartAsync(null, own);

    /// <summary>A site whose messages go to an intake of the test's own.</summary>
    public static async Task<FhirSite> StartAsync(IIntake? intake, params (string Key, Setting Value)[] own)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new FhirSite(builder.Build());
        var kind = new FhirChannelKind();
        var settings = SettingsOf(own);
        var findings = new DiagnosticBag();
        kind.Check(settings, inbound: true, findings);
        Assert.That(findings, Is.Empty);
        var channel = (IHttpChannel)kind.CreateInbound(settings, Services(intake ?? site.Intake, site.Interactive, site.Kept));
        channel.Map(site._app);
        await site._app.StartAsync();
        site.Address = new Uri(site._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/fhir/");
        site.Client = new HttpClient { BaseAddress = site.Address };
        return site;
    }

    public static ChannelSettings SettingsOf(params (string Key, Setting Value)[] own)
    {
        var map = new Setting.Map([.. own.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))], Place.Whole);
        return new ChannelSettings { Name = "gap-fhir", Own = map, Entry = new Setting.Map([KeyValuePair.Create<string, Setting>("fhir", map)], Place.Whole), BaseDirectory = "." };
    }

    public static Setting Text(string text) => new Setting.Scalar(text, Place.Whole);

    public static Setting Map(params (string Key, string Value)[] entries) => new Setting.Map([.. entries.Select(entry => KeyValuePair.Create(entry.Key, Text(entry.Value)))], Place.Whole);

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Services for endpoints, which use the clock of them only.</summary>
    public static ChannelServices ServicesForEndpoints() => Services(new RecordingIntake(), new FakeInteractive(), []);

    private static ChannelServices Services(IIntake intake, IInteractiveIntake interactive, Dictionary<long, MessageRecord> kept)
    {
        var journal = DispatchProxy.Create<IJournalReader, FakeJournal>();
        ((FakeJournal)(object)journal).Kept = kept;
        return new ChannelServices
        {
            Intake = intake,
            Interactive = interactive,
            Formats = new Dictionary<string, IFormat> { ["fhir"] = new FhirFormat() },
            Schemas = new OneSchema(),
            Logs = NullLoggerFactory.Instance,
            Time = TimeProvider.System,
            World = World.Test,
            Establishment = "750000010",
            Hub = "hub-test",
            Journal = journal,
        };
    }

    private static ISchema Load() =>
        new FhirSchemaLoader().Load(Path.Combine(Root, "schemas", "fhir", "r4-4.0.1.tsv"), new DiagnosticBag())!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Simphonie.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests must run inside the repository");
        }

        return folder.FullName;
    }

    /// <summary>A journal that knows messages by id and nothing else.</summary>
    internal class FakeJournal : DispatchProxy
    {
        public Dictionary<long, MessageRecord> Kept { get; set; } = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == nameof(IJournalReader.MessageAsync)
                ? ValueTask.FromResult(Kept.GetValueOrDefault((long)args![0]!))
                : throw new NotSupportedException(targetMethod?.Name);
    }

    private sealed class OneSchema : ISchemaCatalog
    {
        public IReadOnlyCollection<ISchema> All => [R4];

        public bool TryResolve(string reference, DateOnly businessDate, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ISchema? schema)
        {
            schema = reference.StartsWith("fhir/r4", StringComparison.Ordinal) ? R4 : null;
            return schema is not null;
        }
    }
}
