using System.Text;
using NUnit.Framework;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Channels;

/// <summary>
/// What every door for callers that wait promises: the answer in line, or how to ask for it, to the client that posted and to nobody else;
/// a precise error for what is not accepted; and one call for however many times it is made. A door passes by a subclass that gives the rig.
/// </summary>
public abstract class InteractiveContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly DiagnosticCode Why = new("SIM9998", Severity.Error, "The test's door refuses.", "Nothing is to be done.");

    private CancellationTokenSource _timeout = null!;

    [SetUp]
    public void StartClock() => _timeout = new CancellationTokenSource(Patience);

    [TearDown]
    public void StopClock() => _timeout.Dispose();

    [Test]
    public async Task Should_answer_in_line()
    {
        var door = new ScriptedInteractive();
        await using var rig = await CreateAsync(door);
        door.Outcome = Task.FromResult(Answered(rig));

        var told = await rig.CallAsync(InteractiveClient.Own, "one", _timeout.Token);

        Assert.That((told.State, door.Begun), Is.EqualTo((CallerState.Answered, 1)), told.Text);
        Assert.That(told.Text, Does.Contain(rig.Answer.Text));
    }

    [Test]
    public async Task Should_say_how_to_ask_when_late_and_answer_then()
    {
        var outcome = new TaskCompletionSource<InteractiveResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var door = new ScriptedInteractive { Outcome = outcome.Task, IsSlow = true };
        await using var rig = await CreateAsync(door);

        var late = await rig.CallAsync(InteractiveClient.Own, "one", _timeout.Token);
        Assert.That((late.State, late.Reference), Is.EqualTo((CallerState.Late, late.Reference)), late.Text);
        Assert.That(late.Reference, Is.Not.Null.And.Not.Empty);
        Assert.That((await rig.AskAgainAsync(InteractiveClient.Own, late.Reference!, _timeout.Token)).State, Is.EqualTo(CallerState.Late));

        outcome.SetResult(Answered(rig));
        var told = await rig.AskAgainAsync(InteractiveClient.Own, late.Reference!, _timeout.Token);
        Assert.That((told.State, door.Begun), Is.EqualTo((CallerState.Answered, 1)), told.Text);
        Assert.That(told.Text, Does.Contain(rig.Answer.Text));
    }

    [Test]
    public async Task Should_answer_late_to_the_client_that_posted_only()
    {
        var outcome = new TaskCompletionSource<InteractiveResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var door = new ScriptedInteractive { Outcome = outcome.Task, IsSlow = true };
        await using var rig = await CreateAsync(door);
        var late = await rig.CallAsync(InteractiveClient.Own, "one", _timeout.Token);
        outcome.SetResult(Answered(rig));

        // Some doors know the caller by the call's identity, so that another client's call of the same name is a call of its own.
        door.Outcome = Task.FromResult(new InteractiveResult { State = InteractiveState.NoRoute });
        var told = await rig.AskAgainAsync(InteractiveClient.Other, late.Reference!, _timeout.Token);

        Assert.That(told.State, Is.EqualTo(CallerState.Refused), told.Text);
        Assert.That(told.Text, Does.Not.Contain(rig.Answer.Text));
    }

    [Test]
    public async Task Should_cancel_nothing_when_the_caller_hangs_up()
    {
        var outcome = new TaskCompletionSource<InteractiveResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var door = new ScriptedInteractive { Outcome = outcome.Task };
        await using var rig = await CreateAsync(door);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token);
        var calling = rig.CallAsync(InteractiveClient.Own, "one", caller.Token);
        await door.Arrived.WaitAsync(_timeout.Token);

        await caller.CancelAsync();
        Assert.That(async () => await calling, Throws.InstanceOf<OperationCanceledException>());
        await door.Left.WaitAsync(_timeout.Token);
        outcome.SetResult(Answered(rig));

        var told = await rig.CallAsync(InteractiveClient.Own, "one", _timeout.Token);
        Assert.That((told.State, door.Begun), Is.EqualTo((CallerState.Answered, 1)), told.Text);
    }

    [Test]
    public async Task Should_give_the_first_answer_to_the_same_call_and_ask_once()
    {
        var door = new ScriptedInteractive();
        await using var rig = await CreateAsync(door);
        door.Outcome = Task.FromResult(Answered(rig));

        var first = await rig.CallAsync(InteractiveClient.Own, "one", _timeout.Token);
        var again = await rig.CallAsync(InteractiveClient.Own, "one", _timeout.Token);
        var other = await rig.CallAsync(InteractiveClient.Own, "two", _timeout.Token);

        Assert.That((again.State, again.Text), Is.EqualTo((CallerState.Answered, first.Text)));
        Assert.That((other.State, door.Begun), Is.EqualTo((CallerState.Answered, 2)));
    }

    [TestCase(IntakeDisposition.Conflict)]
    [TestCase(IntakeDisposition.Invalid)]
    [TestCase(IntakeDisposition.Unreadable)]
    [TestCase(IntakeDisposition.WrongWorld)]
    public async Task Should_say_precisely_why_it_was_not_accepted(IntakeDisposition disposition)
    {
        var told = await ToldAsync(NotAccepted(disposition));

        Assert.That(told.State, Is.EqualTo(CallerState.Refused));
        Assert.That(told.Text, Does.Contain(Why.Id).And.Contain("PLACE"));
    }

    [Test]
    public async Task Should_ask_to_come_again_when_there_is_no_room() =>
        Assert.That((await ToldAsync(NotAccepted(IntakeDisposition.Overloaded))).State, Is.EqualTo(CallerState.ComeAgain));

    [TestCase(InteractiveState.NoRoute)]
    [TestCase(InteractiveState.Failed)]
    public async Task Should_not_leave_a_caller_without_a_word_when_there_is_no_answer(InteractiveState state)
    {
        var told = await ToldAsync(new InteractiveResult { State = state });

        Assert.That(told.State, Is.EqualTo(CallerState.Refused));
        Assert.That(told.Text, Is.Not.Empty);
    }

    /// <summary>A door that has been started.</summary>
    protected abstract Task<IInteractiveRig> CreateAsync(ScriptedInteractive interactive);

    private async Task<CallerTold> ToldAsync(InteractiveResult result)
    {
        await using var rig = await CreateAsync(new ScriptedInteractive { Outcome = Task.FromResult(result) });
        return await rig.CallAsync(InteractiveClient.Own, "one", _timeout.Token);
    }

    private static InteractiveResult Answered(IInteractiveRig rig) =>
        new() { State = InteractiveState.Answered, Answer = new InlinePayload(Encoding.UTF8.GetBytes(rig.Answer.Text)), AnswerFormat = rig.Answer.Format };

    private static InteractiveResult NotAccepted(IntakeDisposition disposition)
    {
        var finding = Diagnostic.Of(Why, Place.InMessage("PLACE"), "the call was refused");
        return new()
        {
            State = InteractiveState.NotAccepted,
            Intake = new() { Disposition = disposition, MessageId = 1, Inspection = new Inspection { Readable = true }, Findings = [finding] },
            Findings = [finding],
        };
    }
}
