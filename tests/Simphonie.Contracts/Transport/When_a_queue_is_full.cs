using NUnit.Framework;

namespace Simphonie.Contracts.Transport;

public abstract class When_a_queue_is_full : TransportContract
{
    [Test]
    public async Task Should_say_so_at_once_and_take_work_again_when_there_is_room()
    {
        var release = new TaskCompletionSource();
        var emptied = new TaskCompletionSource();
        var handled = 0;
        var accepted = 0;
        var transport = await StartAsync([new("lane-0", 1, 4)], async (_, _) =>
        {
            await release.Task;
            if (Interlocked.Increment(ref handled) == Volatile.Read(ref accepted))
            {
                emptied.TrySetResult();
            }
        });

        var refused = false;
        for (var i = 1; i <= 100 && !refused; i++)
        {
            refused = !transport.TryPublish(Ticket("lane-0", i));
            accepted += refused ? 0 : 1;
        }

        Assert.That(refused, Is.True);
        release.SetResult();
        await emptied.Task.WaitAsync(Patience);
        Assert.That(transport.TryPublish(Ticket("lane-0", 101)), Is.True);
    }

    [Test]
    public async Task Should_refuse_work_for_a_queue_that_it_does_not_serve()
    {
        var transport = await StartAsync([new("lane-0", 1, 4)], (_, _) => ValueTask.CompletedTask);

        Assert.That(transport.TryPublish(Ticket("lane-7", 1)), Is.False);
    }
}
