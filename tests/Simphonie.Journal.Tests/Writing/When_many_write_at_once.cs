using Simphonie.Core.Journal;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Tests.Writing;

public sealed class When_many_write_at_once
{
    private static readonly JournalOptions Options = new() { Directory = "unused", GroupUnits = 4, QueueCapacity = 8 };

    [Test]
    public async Task Should_commit_what_is_queued_as_one_group_of_bounded_size()
    {
        var (transaction, writer, first) = await HoldAFirstGroupAsync();

        var others = Enumerable.Range(0, 6).Select(_ => Write(writer).AsTask()).ToArray();
        transaction.MayCommit.Set();
        await first;
        await Task.WhenAll(others);
        await writer.DisposeAsync();

        Assert.That(transaction.Groups, Is.EqualTo(new[] { 1, 4, 2 }));
    }

    [Test]
    public async Task Should_complete_nobody_before_the_group_is_committed()
    {
        var (transaction, writer, first) = await HoldAFirstGroupAsync();

        Assert.That(first.IsCompleted, Is.False);
        transaction.MayCommit.Set();
        await first;
        await writer.DisposeAsync();
    }

    [Test]
    public async Task Should_let_those_beyond_the_capacity_wait_outside()
    {
        var (transaction, writer, first) = await HoldAFirstGroupAsync();
        using var impatient = new CancellationTokenSource();

        var queued = Enumerable.Range(0, 7).Select(_ => Write(writer).AsTask()).ToArray();
        var outside = writer.WriteAsync(new WorkUnit<int>(_ => throw new InvalidOperationException("never written")), impatient.Token).AsTask();
        await impatient.CancelAsync();

        Assert.That(async () => await outside, Throws.InstanceOf<OperationCanceledException>());
        transaction.MayCommit.Set();
        await Task.WhenAll([first, .. queued]);
        await writer.DisposeAsync();
    }

    [Test]
    public async Task Should_commit_what_is_queued_before_it_stops()
    {
        var (transaction, writer, first) = await HoldAFirstGroupAsync();
        var second = Write(writer).AsTask();

        var stopping = writer.DisposeAsync();
        transaction.MayCommit.Set();
        await stopping;

        Assert.That((first.IsCompletedSuccessfully, second.IsCompletedSuccessfully), Is.EqualTo((true, true)));
        Assert.That(async () => await Write(writer), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Should_promise_nothing_more_when_the_disk_cannot_be_trusted()
    {
        var transaction = new RecordingTransaction { FailCommit = new IOException("fsync"), Kind = FailureKind.Journal };
        await using var writer = new GroupWriter(transaction, Options);

        Assert.That(async () => await Write(writer), Throws.InstanceOf<JournalBrokenException>());
        transaction.FailCommit = null;

        Assert.That(async () => await Write(writer), Throws.InstanceOf<JournalBrokenException>(), "a later commit cannot tell what an earlier one lost");
    }

    [Test]
    public async Task Should_go_on_after_a_group_that_found_no_room()
    {
        var transaction = new RecordingTransaction { FailCommit = new IOException("full"), Kind = FailureKind.Group };
        await using var writer = new GroupWriter(transaction, Options);

        Assert.That(async () => await Write(writer), Throws.InstanceOf<JournalBrokenException>());
        transaction.FailCommit = null;

        Assert.That(await Write(writer), Is.EqualTo(1));
    }

    private static ValueTask<int> Write(GroupWriter writer) => writer.WriteAsync(new WorkUnit<int>(_ => 1), CancellationToken.None);

    private static async Task<(RecordingTransaction Transaction, GroupWriter Writer, Task<int> First)> HoldAFirstGroupAsync()
    {
        var transaction = new RecordingTransaction();
        transaction.MayCommit.Reset();
        var writer = new GroupWriter(transaction, Options);
        var first = Write(writer).AsTask();
        await transaction.AboutToCommit.Task;
        return (transaction, writer, first);
    }
}
