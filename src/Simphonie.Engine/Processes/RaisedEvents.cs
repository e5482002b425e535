using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;

namespace Simphonie.Engine.Processes;

/// <summary>
/// Brings what the engine raised (dead letters, unknown outcomes, expiry, discards) to the cases that the message touched or that sent it.
/// A state that does not name such an event ignores it.
/// </summary>
internal sealed class RaisedEvents(IJournal journal, CaseBook book, TimeProvider time)
{
    private const int Page = 100;
    private const int CasesPage = 500;
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_every, time);
        do
        {
            while (await PageAsync(cancellationToken).ConfigureAwait(false) > 0)
            {
                // Until every event has been brought to its cases.
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<int> PageAsync(CancellationToken cancellationToken)
    {
        var page = await journal.Reader.Cases.RaisedAsync(Page, cancellationToken).ConfigureAwait(false);
        foreach (var raised in page.Where(static raised => CaseEvents.IsOfEngine(raised.Event.Kind)))
        {
            await BringAsync(raised.Event, cancellationToken).ConfigureAwait(false);
        }

        if (page.Count > 0)
        {
            await journal.CommitAsync([new JournalWrite.AdvanceRaised(page[^1].Position)], cancellationToken).ConfigureAwait(false);
        }

        return page.Count;
    }

    // After a crash a page is brought again: cases absorb what they have.
    private async ValueTask BringAsync(CaseEvent raised, CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            var cases = await journal.Reader.Cases.OfMessageAsync(raised.Message, after, CasesPage, cancellationToken).ConfigureAwait(false);
            if (cases.Count == 0)
            {
                return;
            }

            var events = cases.Select(one => new ProcessEvent
            {
                Establishment = one.Establishment,
                World = one.World,
                Process = one.Process,
                Case = one.Key,
                Name = raised.Kind,
                Identity = raised.Identity,
                At = raised.At,
                Message = raised.Message,
                Quiet = true,
            }).ToList();
            await book.CommitAsync(events, null, cancellationToken).ConfigureAwait(false);
            after = cases[^1].Id;
        }
    }
}
