using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;

namespace Simphonie.Engine.Processes;

/// <summary>
/// Lets the timers of cases come. They are instants in the journal and nothing is kept in memory for a case: one query tells those that are due, one more the next.
/// </summary>
internal sealed class CaseTimers(IJournalReader reader, CaseBook book, TimeProvider time)
{
    private const int Page = 500;

    /// <summary>A timer set by a commit of somebody else rings no bell.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var due = await reader.Cases.DueAsync(now, Page, cancellationToken).ConfigureAwait(false);
            if (due.Count > 0)
            {
                await ExpireAsync(due, now, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var next = await reader.Cases.NextDueAsync(cancellationToken).ConfigureAwait(false) - now;
            await book.Changed.WaitAsync(next is { } wait && wait < s_longest ? Longer(wait) : s_longest, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A case that others change just now comes with the next page; one that keeps failing must not hold up the rest.</summary>
    private async ValueTask ExpireAsync(IReadOnlyList<CaseRecord> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await book.ExpireAsync(due, now, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        foreach (var one in due)
        {
            if (await reader.Cases.CaseAsync(one.Id, cancellationToken).ConfigureAwait(false) is { } current && current.NextAt <= now)
            {
                await book.ExpireAsync([current], now, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // A clock that is asked for less than it can tell apart never comes to the instant.
    private static TimeSpan Longer(TimeSpan wait) => wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait;
}
