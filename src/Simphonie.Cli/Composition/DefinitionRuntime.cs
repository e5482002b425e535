using Microsoft.Extensions.Logging;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Cli.Composition;

/// <summary>
/// The definitions of a running hub. Development: the files are in force, watched and reloaded. Production: the revision that was published last is in force;
/// at the very first start the files are published.
/// </summary>
internal sealed class DefinitionRuntime : IDisposable
{
    private readonly HubDefinition _hub;

    private readonly ILogger _log;
    private DefinitionWatcher? _watcher;

    private DefinitionRuntime(HubDefinition hub, DefinitionStore store, ILogger log)
    {
        _hub = hub;
        _log = log;

        Store = store;
        store.Changed += snapshot => CliLog.DefinitionsInForce(log, snapshot.Revision);
    }

    public DefinitionStore Store { get; }

    /// <summary>Throws <see cref="HubStartException"/> when there is no good set to start with.</summary>
    public static async Task<DefinitionRuntime> StartAsync(HubDefinition hub, IJournalReader journal, ILogger log, CancellationToken cancellationToken)
    {
        var runtime = new DefinitionRuntime(hub, new(new(DefinitionTooling.For(hub)), hub.Definitions.From), log);
        if (hub.Definitions.Production && (await journal.RevisionsAsync(1, cancellationToken)).FirstOrDefault() is { } active &&
            await journal.RevisionAsync(active.Revision, cancellationToken) is { } content)
        {
            runtime.Store.Activate(active.Revision, content);
            return runtime;
        }

        var load = runtime.Store.Reload();
        return load.Snapshot is null ? throw new HubStartException(ExitStatus.Findings, load.Findings) : runtime;
    }

    /// <summary>Begins to watch, in development mode; called once the hub runs.</summary>
    public void Watch(TimeProvider time)
    {
        if (!_hub.Definitions.Production)
        {
            Store.Refused += findings => CliLog.BadDefinitions(_log, findings.First(finding => finding.Severity == Severity.Error).ToString());
            _watcher = new(Store, _hub.Definitions.From, time);
        }
    }

    public void Dispose() => _watcher?.Dispose();

}
