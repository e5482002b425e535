using NUnit.Framework;
using Simphonie.Core.Channels;

namespace Simphonie.Contracts.Channels;

/// <summary>
/// What every inbound channel promises: nothing is acknowledged before intake's commit, and everything that was begun is ended.
/// A channel passes by a subclass that gives the rig.
/// </summary>
public abstract class InboundContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long a sender is watched for an answer that must not come; a channel that answers too early does so at once.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromMilliseconds(50);

    private CancellationTokenSource _timeout = null!;

    [SetUp]
    public void StartClock() => _timeout = new CancellationTokenSource(Patience);

    [TearDown]
    public void StopClock() => _timeout.Dispose();

    [Test]
    public async Task Should_acknowledge_only_after_the_commit()
    {
        var commit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var intake = new ScriptedIntake { Commit = commit.Task };
        await using var rig = await StartedAsync(intake);
        var sending = rig.SendAsync(rig.Body, _timeout.Token);
        await intake.Arrived.WaitAsync(_timeout.Token);
        await AssertWaitingAsync(rig);

        commit.SetResult();
        await sending;
        Assert.That(await rig.StateAsync(_timeout.Token), Is.EqualTo(SenderState.Acknowledged));
        Assert.That(intake.Bodies.Single(), Is.EqualTo(rig.Body));
    }

    [Test]
    public async Task Should_acknowledge_nothing_when_the_journal_is_broken()
    {
        var intake = new ScriptedIntake { Commit = Task.FromException(new IOException("the disk is gone")) };
        await using var rig = await StartedAsync(intake);
        await rig.SendAsync(rig.Body, _timeout.Token);
        await intake.Arrived.WaitAsync(_timeout.Token);

        Assert.That(await rig.StateAsync(_timeout.Token), Is.EqualTo(SenderState.ToSendAgain));
    }

    [TestCase(IntakeDisposition.Accepted, SenderState.Acknowledged)]
    [TestCase(IntakeDisposition.Duplicate, SenderState.Acknowledged)]
    [TestCase(IntakeDisposition.Conflict, SenderState.Refused)]
    [TestCase(IntakeDisposition.Invalid, SenderState.Refused)]
    [TestCase(IntakeDisposition.Unreadable, SenderState.Refused)]
    [TestCase(IntakeDisposition.WrongWorld, SenderState.Refused)]
    [TestCase(IntakeDisposition.TooLarge, SenderState.Refused)]
    [TestCase(IntakeDisposition.Overloaded, SenderState.ToSendAgain)]
    public async Task Should_tell_the_sender_what_became_of_it(IntakeDisposition disposition, SenderState expected)
    {
        var intake = new ScriptedIntake { Disposition = disposition };
        await using var rig = await StartedAsync(intake);
        await rig.SendAsync(rig.Body, _timeout.Token);
        await intake.Arrived.WaitAsync(_timeout.Token);

        Assert.That(await rig.StateAsync(_timeout.Token), Is.EqualTo(expected));
    }

    [Test]
    public async Task Should_wait_at_its_stop_for_the_message_in_progress()
    {
        var commit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var intake = new ScriptedIntake { Commit = commit.Task };
        await using var rig = await StartedAsync(intake);
        var sending = rig.SendAsync(rig.Body, _timeout.Token);
        await intake.Arrived.WaitAsync(_timeout.Token);

        var stopping = rig.Channel.StopAsync(_timeout.Token);
        Assert.That(stopping.IsCompleted, Is.False);
        commit.SetResult();
        await stopping;
        await sending;
        Assert.That(await rig.StateAsync(_timeout.Token), Is.EqualTo(SenderState.Acknowledged));
    }

    /// <summary>A channel that has not been started.</summary>
    protected abstract IInboundRig Create(IIntake intake);

    private async Task AssertWaitingAsync(IInboundRig rig)
    {
        using var watched = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token);
        var told = rig.StateAsync(watched.Token);
        var first = await Task.WhenAny(told, Task.Delay(Watched, _timeout.Token));
        Assert.That(first, Is.Not.SameAs(told), "the sender was told before the commit");
        await watched.CancelAsync();
        Assert.That(rig.Now, Is.EqualTo(SenderState.Waiting));
    }

    private async Task<IInboundRig> StartedAsync(IIntake intake)
    {
        var rig = Create(intake);
        await rig.Channel.StartAsync(_timeout.Token);
        return rig;
    }
}
