using System.Collections.Concurrent;
using NUnit.Framework;
using Simphonie.Core.Transport;

namespace Simphonie.Contracts.Transport;

public abstract class When_work_is_published : TransportContract
{
    [Test]
    public async Task Should_hand_out_a_queue_in_the_order_of_publishing()
    {
        var seen = new ConcurrentQueue<long>();
        var all = new TaskCompletionSource();
        var transport = await StartAsync([new("lane-0", 1, 1000)], (ticket, _) =>
        {
            seen.Enqueue(ticket.Handling);
            if (seen.Count == 500)
            {
                all.SetResult();
            }

            return ValueTask.CompletedTask;
        });

        for (var i = 1; i <= 500; i++)
        {
            Assert.That(transport.TryPublish(Ticket("lane-0", i)), Is.True);
        }

        await all.Task.WaitAsync(Patience);
        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, 500).Select(i => (long)i)));
    }

    [Test]
    public async Task Should_hand_out_the_ticket_as_it_was_published()
    {
        var got = new TaskCompletionSource<WorkTicket>();
        var transport = await StartAsync([new("endpoint:cdri", 4, 10)], (ticket, _) =>
        {
            got.SetResult(ticket);
            return ValueTask.CompletedTask;
        });
        var published = new WorkTicket("endpoint:cdri", WorkKind.Delivery, 9_000_000_000, 3, 2);

        transport.TryPublish(published);

        Assert.That(await got.Task.WaitAsync(Patience), Is.EqualTo(published));
    }

    [Test]
    public async Task Should_never_hand_out_two_of_a_lane_at_once()
    {
        var inside = 0;
        var overlaps = 0;
        var done = 0;
        var all = new TaskCompletionSource();
        var transport = await StartAsync([new("lane-0", 1, 100)], async (_, _) =>
        {
            if (Interlocked.Increment(ref inside) > 1)
            {
                Interlocked.Increment(ref overlaps);
            }

            await Task.Yield();
            Interlocked.Decrement(ref inside);
            if (Interlocked.Increment(ref done) == 100)
            {
                all.SetResult();
            }
        });

        for (var i = 1; i <= 100; i++)
        {
            transport.TryPublish(Ticket("lane-0", i));
        }

        await all.Task.WaitAsync(Patience);
        Assert.That(overlaps, Is.Zero);
    }

    [Test]
    public async Task Should_use_all_of_the_parallel_places_of_a_queue()
    {
        var release = new TaskCompletionSource();
        var inside = 0;
        var three = new TaskCompletionSource();
        var transport = await StartAsync([new("endpoint:cdri", 3, 10)], async (_, _) =>
        {
            if (Interlocked.Increment(ref inside) == 3)
            {
                three.SetResult();
            }

            await release.Task;
        });

        for (var i = 1; i <= 3; i++)
        {
            transport.TryPublish(Ticket("endpoint:cdri", i));
        }

        await three.Task.WaitAsync(Patience);
        release.SetResult();
    }

    [Test]
    public async Task Should_go_on_with_other_queues_while_one_is_busy()
    {
        var release = new TaskCompletionSource();
        var other = new TaskCompletionSource();
        var transport = await StartAsync([new("lane-0", 1, 10), new("lane-1", 1, 10)], async (ticket, _) =>
        {
            if (ticket.Queue == "lane-0")
            {
                await release.Task;
            }
            else
            {
                other.SetResult();
            }
        });

        transport.TryPublish(Ticket("lane-0", 1));
        transport.TryPublish(Ticket("lane-1", 2));

        await other.Task.WaitAsync(Patience);
        release.SetResult();
    }
}
