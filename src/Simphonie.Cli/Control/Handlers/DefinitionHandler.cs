using Simphonie.Cli.Composition;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Cli.Control.Handlers;

/// <summary>Publishes candidates and activates older revisions.</summary>
internal sealed class DefinitionHandler(HubParts parts)
{
    public Task<ControlResponse> AnswerAsync(ControlRequest request, CancellationToken cancellationToken) => (request.Text("action"), request.Text("revision")) switch
    {
        ("publish", _) => PublishAsync(request, cancellationToken),
        ("rollback", { } revision) => RollbackAsync(request, revision, cancellationToken),
        _ => Task.FromResult(Answers.Wrong("Definitions are published, or rolled back to a revision.")),
    };

    private async Task<ControlResponse> PublishAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var published = new List<DefinitionEntry>();
        foreach (var known in await parts.Journal.Reader.RevisionsAsync(1000, cancellationToken))
        {
            if (await parts.Journal.Reader.RevisionAsync(known.Revision, cancellationToken) is { } content)
            {
                published.AddRange(parts.Definitions.Store.Compile(known.Revision, content).Entries);
            }
        }

        var load = parts.Definitions.Store.Candidate(published);
        if (load.Snapshot is not { } snapshot)
        {
            return Answers.Failed(string.Join('\n', load.Findings.Where(finding => finding.Severity == Severity.Error)));
        }

        await ActivateAsync(request, snapshot, cancellationToken);
        return Answers.Done($"Revision {snapshot.Revision} is in force.");
    }

    private async Task<ControlResponse> RollbackAsync(ControlRequest request, string written, CancellationToken cancellationToken)
    {
        var known = (await parts.Journal.Reader.RevisionsAsync(1000, cancellationToken)).FirstOrDefault(one => one.Revision.StartsWith(written, StringComparison.Ordinal));
        if (known is null || await parts.Journal.Reader.RevisionAsync(known.Revision, cancellationToken) is not { } content)
        {
            return Answers.Failed($"The journal has no revision {written}.");
        }

        await ActivateAsync(request, parts.Definitions.Store.Compile(known.Revision, content), cancellationToken);
        return Answers.Done($"Revision {known.Revision} is in force.");
    }

    /// <summary>Who activated a revision is kept first; then it is put in force here, and a running engine takes it over by itself.</summary>
    private async Task ActivateAsync(ControlRequest request, DefinitionSnapshot snapshot, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        await parts.Journal.CommitAsync(
            [new JournalWrite.PutRevision(snapshot.Revision, snapshot.Content, now), new JournalWrite.ActivateRevision(snapshot.Revision, now, request.By)], cancellationToken);
        parts.Definitions.Store.Activate(snapshot.Revision, snapshot.Content);
    }
}
