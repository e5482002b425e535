using Simphonie.Core.Journal;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// Finds ready handlings that no queue had room for, page by page, from where it stopped: a backlog is gone through once, and memory holds one page.
/// </summary>
internal sealed class Sweeper(IJournalReader reader, Dispatcher dispatcher, TimeProvider time)
{
    private const int Page = 512;
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);
    private readonly Bell _bell = new();
    private long _after;

    public void Signal() => _bell.Ring();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await SweepAsync(cancellationToken).ConfigureAwait(false);
            await _bell.WaitAsync(s_safety, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask SweepAsync(CancellationToken cancellationToken)
    {
        var began = _after;
        while (true)
        {
            var page = await reader.HandlingsInAsync(HandlingState.Ready, _after, Page, cancellationToken).ConfigureAwait(false);
            if (page.Count > 0 && !Publish(page))
            {
                return;
            }

            _after = page.Count < Page ? 0 : page[^1].Id;
            if (page.Count < Page && began == 0)
            {
                return;
            }

            began = page.Count < Page ? 0 : began;
        }
    }

    // False when not one of them found room: the next sweep begins with them.
    private bool Publish(IReadOnlyList<HandlingRecord> page)
    {
        var refused = 0;
        foreach (var handling in page)
        {
            if (!dispatcher.IsUnderWay(handling.Id) && !dispatcher.Publish(new HandlingCreated(handling.Id, HandlingState.Ready, handling.Lane, handling.Stage)))
            {
                refused++;
            }
        }

        return refused < page.Count;
    }
}
