namespace Simphonie.Definitions.Snapshot;

/// <summary>
/// Development mode: watches the folders and reloads the whole set once the files have been quiet for a moment, since editors write a file in several steps.
/// </summary>
public sealed class DefinitionWatcher : IDisposable
{
    private readonly DefinitionStore _store;
    private readonly TimeSpan _quiet;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ITimer _timer;

    /// <param name="store">Reloaded when files change.</param>
    /// <param name="folders">Folders to watch, with all below them.</param>
    /// <param name="time">Measures the quiet time.</param>
    /// <param name="quiet">How long files must be quiet; null: 300 milliseconds.</param>
    public DefinitionWatcher(DefinitionStore store, IEnumerable<string> folders, TimeProvider time, TimeSpan? quiet = null)
    {
        _store = store;
        _quiet = quiet ?? TimeSpan.FromMilliseconds(300);
        _timer = time.CreateTimer(_ => _store.Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Touch();
            watcher.Created += (_, _) => Touch();
            watcher.Deleted += (_, _) => Touch();
            watcher.Renamed += (_, _) => Touch();
            watcher.Error += (_, _) => Touch();
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>Something changed: the reload is due after the quiet time, counted anew.</summary>
    public void Touch() => _timer.Change(_quiet, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _watchers.ForEach(w => w.Dispose());
        _timer.Dispose();
    }
}
