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
    private static readonly byte[] Message = "MSH|^~\\&|A|B|C|D|20240306||ADT^A01|1|T|2.5\r"u8.ToArray();

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
        var sending = rig.SendAsync(Message, _timeout.Token);
        await intake.Arrived.WaitAsync(_timeout.Token);
        Assert.That(rig.Now, Is.EqualTo(SenderState.Waiting));

        commit.SetResult();
        await sending;
        Assert.That(await rig.StateAsync(_timeout.Token), Is.EqualTo(SenderState.Acknowledged));
        Assert.That(intake.Bodies.Single(), Is.EqualTo(Message));
    }

    [Test]
    public async Task Should_acknowledge_nothing_when_the_journal_is_broken()
    {
        var intake = new ScriptedIntake { Commit = Task.FromException(new IOException("the disk is gone")) };
        await using var rig = await StartedAsync(intake);
        await rig.SendAsync(Message, _timeout.Token);
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
        await rig.SendAsync(Message, _timeout.Token);
        await intake.Arrived.WaitAsync(_timeout.Token);

        Assert.That(await rig.StateAsync(_timeout.Token), Is.EqualTo(expected));
    }

    [Test]
    public async Task Should_wait_at_its_stop_for_the_message_in_progress()
    {
        var commit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var intake = new ScriptedIntake { Commit = commit.Task };
        await using var rig = await StartedAsync(intake);
        var sending = rig.SendAsync(Message, _timeout.Token);
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

    private async Task<IInboundRig> StartedAsync(IIntake intake)
    {
        var rig = Create(intake);
        await rig.Channel.StartAsync(_timeout.Token);
        return rig;
    }
}
