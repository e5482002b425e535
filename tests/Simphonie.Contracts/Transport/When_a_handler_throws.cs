using NUnit.Framework;

namespace Simphonie.Contracts.Transport;

public abstract class When_a_handler_throws : TransportContract
{
    [Test]
    public async Task Should_hand_the_same_work_out_again()
    {
        var times = 0;
        var again = new TaskCompletionSource<long>();
        var transport = await StartAsync([new("lane-0", 1, 4)], (ticket, _) =>
        {
            if (Interlocked.Increment(ref times) == 1)
            {
                throw new InvalidOperationException("the journal was away for a moment");
            }

            again.TrySetResult(ticket.Handling);
            return ValueTask.CompletedTask;
        });

        transport.TryPublish(Ticket("lane-0", 7));

        Assert.That(await again.Task.WaitAsync(Patience), Is.EqualTo(7));
    }
}
