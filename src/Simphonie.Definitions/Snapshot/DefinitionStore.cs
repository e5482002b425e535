using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Snapshot;

/// <summary>
/// Holds the snapshot in force and swaps it whole. In development mode <see cref="Reload"/> activates what the files say; in production mode files are candidates
/// that <see cref="Publish"/> activates. A set with errors never replaces a good one. Thread-safe; swaps are made one after the other.
/// </summary>
public sealed class DefinitionStore(DefinitionLoader loader, IReadOnlyList<string> folders) : IDefinitionSource
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DefinitionSnapshot> _compiled = new(StringComparer.Ordinal);
    private DefinitionSnapshot? _current;

    /// <summary>Throws before the first <see cref="Reload"/>, <see cref="Publish"/> or <see cref="Activate"/> that succeeded.</summary>
    public DefinitionSnapshot Current => Volatile.Read(ref _current) ?? throw new InvalidOperationException("no definitions are active yet");

    public event Action<DefinitionSnapshot>? Changed;

    /// <summary>Raised with all findings when a reload was refused because of errors; the last good set stays in force.</summary>
    public event Action<IReadOnlyList<Diagnostic>>? Refused;

    /// <summary>Reads the files and tells what they are, without activating anything: the candidate of production mode.</summary>
    public DefinitionLoad LoadFiles() => loader.Load(folders);

    /// <summary>Reads the files and activates them when they have no error and differ from what is in force.</summary>
    public DefinitionLoad Reload()
    {
        lock (_lock)
        {
            var load = LoadFiles();
            if (load.Snapshot is { } snapshot)
            {
                Swap(snapshot);
            }
            else
            {
                Refused?.Invoke(load.Findings);
            }

            return load;
        }
    }

    /// <summary>
    /// Checks the files against what was published before and activates them. Changed content under a published name and version is an error.
    /// </summary>
    /// <param name="published">Every definition that was ever published, from the journal's revisions.</param>
    public DefinitionLoad Publish(IReadOnlyList<DefinitionEntry> published)
    {
        lock (_lock)
        {
            var load = Candidate(published);
            if (load.Snapshot is { } snapshot)
            {
                Swap(snapshot);
            }

            return load;
        }
    }

    /// <summary>What <see cref="Publish"/> would activate, without doing it.</summary>
    public DefinitionLoad Candidate(IReadOnlyList<DefinitionEntry> published)
    {
        var load = LoadFiles();
        if (load.Snapshot is not { } snapshot)
        {
            return load;
        }

        var findings = Publication.Check(published, snapshot.Entries);
        return findings.Count > 0 ? load with { Snapshot = null, Findings = [.. load.Findings, .. findings] } : load;
    }

    /// <summary>Activates a revision from the journal: the start of a hub in production mode, and <c>rollback</c>.</summary>
    public DefinitionSnapshot Activate(string revision, ReadOnlyMemory<byte> content)
    {
        lock (_lock)
        {
            var snapshot = Compile(revision, content);
            Swap(snapshot);
            return snapshot;
        }
    }

    public DefinitionSnapshot Compile(string revision, ReadOnlyMemory<byte> content)
    {
        lock (_lock)
        {
            if (_current is { } current && current.Revision == revision)
            {
                return current;
            }

            if (!_compiled.TryGetValue(revision, out var snapshot))
            {
                snapshot = loader.Compile(revision, content);
                _compiled.Add(revision, snapshot);
            }

            return snapshot;
        }
    }

    private void Swap(DefinitionSnapshot snapshot)
    {
        if (_current?.Revision == snapshot.Revision)
        {
            return;
        }

        Volatile.Write(ref _current, snapshot);
        Changed?.Invoke(snapshot);
    }
}
