using NUnit.Framework;

namespace Simphonie.Contracts.Transport;

public abstract class When_the_transport_stops : TransportContract
{
    [Test]
    public async Task Should_wait_for_the_work_in_progress()
    {
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var ended = false;
        var transport = await StartAsync([new("lane-0", 1, 4)], async (_, _) =>
        {
            entered.SetResult();
            await release.Task;
            ended = true;
        });
        transport.TryPublish(Ticket("lane-0", 1));
        await entered.Task.WaitAsync(Patience);

        var stopping = transport.StopAsync(CancellationToken.None);
        Assert.That(stopping.IsCompleted, Is.False);
        release.SetResult();
        await stopping.WaitAsync(Patience);

        Assert.That(ended, Is.True);
    }

    [Test]
    public async Task Should_hand_out_nothing_more()
    {
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var handled = 0;
        var transport = await StartAsync([new("lane-0", 1, 4)], async (_, _) =>
        {
            Interlocked.Increment(ref handled);
            entered.TrySetResult();
            await release.Task;
        });
        transport.TryPublish(Ticket("lane-0", 1));
        transport.TryPublish(Ticket("lane-0", 2));
        await entered.Task.WaitAsync(Patience);

        var stopping = transport.StopAsync(CancellationToken.None);
        release.SetResult();
        await stopping.WaitAsync(Patience);

        Assert.That(handled, Is.EqualTo(1));
        Assert.That(transport.TryPublish(Ticket("lane-0", 3)), Is.False);
    }

    [Test]
    public async Task Should_cancel_the_work_in_progress_when_its_time_is_over()
    {
        var entered = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var transport = await StartAsync([new("lane-0", 1, 4)], async (_, token) =>
        {
            entered.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                cancelled.SetResult();
                throw;
            }
        });
        transport.TryPublish(Ticket("lane-0", 1));
        await entered.Task.WaitAsync(Patience);

        await transport.StopAsync(new CancellationToken(canceled: true)).WaitAsync(Patience);

        await cancelled.Task.WaitAsync(Patience);
    }
}
