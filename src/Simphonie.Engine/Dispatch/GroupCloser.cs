using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch;

/// <summary>Closes the groups of aggregates that are full or due: the last to join goes on for all, the others are done.</summary>
internal sealed class GroupCloser(IJournal journal, Dispatcher dispatcher, TimeProvider time)
{
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);
    private readonly Bell _bell = new();
    private readonly WakeTimes _wakes = new(1024);

    /// <summary>A handling has joined: closes the group when that made it full, else wakes when it is due.</summary>
    public async ValueTask JoinedAsync(long handling, GroupJoin join, CancellationToken cancellationToken)
    {
        if (await journal.Reader.GroupOfAsync(handling, cancellationToken).ConfigureAwait(false) is not { } group)
        {
            return;
        }

        if (join.Count <= group.Handlings.Count)
        {
            await CloseAsync(group, cancellationToken).ConfigureAwait(false);
        }
        else if (_wakes.Add(group.ClosesAt))
        {
            _bell.Ring();
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            foreach (var group in await journal.Reader.DueGroupsAsync(now, 64, cancellationToken).ConfigureAwait(false))
            {
                await CloseAsync(group, cancellationToken).ConfigureAwait(false);
            }

            var wait = _wakes.After(now) is { } next ? next - now : s_safety;
            await _bell.WaitAsync(wait < s_safety ? wait : s_safety, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask CloseAsync(AggregateGroup group, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var members = new List<HandlingRecord>(group.Handlings.Count);
        foreach (var id in group.Handlings)
        {
            // One that was discarded or has expired while it waited is no part of the group any more.
            if (await journal.Reader.HandlingAsync(id, cancellationToken).ConfigureAwait(false) is { State: HandlingState.Waiting } member)
            {
                members.Add(member);
            }
        }

        var goesOn = members.LastOrDefault();
        var writes = new List<JournalWrite> { new JournalWrite.CloseGroup(group.Id, now) };
        foreach (var member in members)
        {
            writes.Add(member == goesOn
                ? Causes.Update(member, HandlingState.Ready, member.Stage, now)
                : Causes.Update(member, HandlingState.Done, member.Stage, now, Diagnostic.Of(DispatchCodes.Aggregated, Place.Whole, string.Create(CultureInfo.InvariantCulture, $"Handling {goesOn!.Id} went on for the group."))));
        }

        var result = await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        if (result.Kind == CommitKind.Committed)
        {
            dispatcher.PublishAll(result.Promoted);
            if (goesOn is not null)
            {
                dispatcher.Publish(new HandlingCreated(goesOn.Id, HandlingState.Ready, goesOn.Lane, goesOn.Stage));
            }
        }
    }
}
