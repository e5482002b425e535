using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Processes;

/// <summary>A process with what its expressions look up, and how the journal knows it.</summary>
internal sealed record BookedProcess(ProcessDefinition Process, IReadOnlyDictionary<string, CodeTable> Tables, CaseDefinition Known);

/// <summary>
/// Finds the definition that a case runs under: the one in force when it begins, and to its end the same content, wherever that is found.
/// </summary>
internal sealed class ProcessBook(ActiveDefinitions active, RouteBook revisions, IJournalReader reader)
{
    private readonly ConcurrentDictionary<long, BookedProcess> _known = new();
    private readonly ConcurrentDictionary<(string Revision, string Name, DateOnly Day), BookedProcess?> _beginning = new();

    /// <summary>The definition that a case begins under at a moment; null when there is none in force.</summary>
    public BookedProcess? InForce(string name, DateTimeOffset at)
    {
        var snapshot = active.InForce;
        return _beginning.GetOrAdd((snapshot.Revision, name, ParisTime.DateOf(at)), asked =>
        {
            var process = snapshot.Processes.Where(process => process.Name == name && process.Effective <= asked.Day).MaxBy(static process => (process.Effective, process.Version));
            return process is null ? null : Keep(new(process, snapshot.Tables, Describe(process, snapshot.Revision)));
        });
    }

    /// <summary>The definition of a case; null when its content cannot be had any more.</summary>
    public async ValueTask<BookedProcess?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        if (await reader.Cases.DefinitionAsync(id, cancellationToken).ConfigureAwait(false) is not { } definition)
        {
            return null;
        }

        var snapshot = active.InForce;
        var process = snapshot.Processes.FirstOrDefault(Is);
        if (process is null)
        {
            snapshot = await revisions.SnapshotAsync(definition.Revision, cancellationToken).ConfigureAwait(false);
            process = snapshot?.Processes.FirstOrDefault(Is);
        }

        return process is null ? null : Keep(new(process, snapshot!.Tables, definition));

        bool Is(ProcessDefinition one) => one.Name == definition.Process && one.Version == definition.Version && one.Hash == definition.Hash;
    }

    private BookedProcess Keep(BookedProcess booked) => _known.GetOrAdd(booked.Known.Id, booked);

    private static CaseDefinition Describe(ProcessDefinition process, string revision)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{process.Name}\n{process.Version}\n{process.Hash}"));
        return new(BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue, process.Name, process.Version, process.Hash, revision);
    }
}
