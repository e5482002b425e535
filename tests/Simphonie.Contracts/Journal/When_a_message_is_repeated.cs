using NUnit.Framework;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_message_is_repeated<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_keep_a_duplicate_without_its_payload()
    {
        var first = await Journal.AppendAsync(Given.Message("MSH|same", "GAP|1") with { Acknowledgement = "CA" }, None);

        var second = await Journal.AppendAsync(Given.Message("MSH|same", "GAP|1"), None);
        var record = await Journal.Reader.MessageAsync(second.Id, None);

        Assert.That(second, Is.EqualTo(new AppendResult(AppendKind.Duplicate, 2, first.Id)));
        Assert.Multiple(() =>
        {
            Assert.That(record!.State, Is.EqualTo(MessageState.Duplicate));
            Assert.That(record.Payload, Is.Null);
            Assert.That(record.Origin, Is.EqualTo(first.Id));
            Assert.That(record.OriginKind, Is.EqualTo("duplicate"));
            Assert.That(record.Acknowledgement, Is.EqualTo("CA"), "the first acknowledgement is given again");
        });
    }

    [Test]
    public async Task Should_let_only_one_of_many_copies_at_once_be_first()
    {
        var copies = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Journal.AppendAsync(Given.Message("MSH|same", "GAP|1"), None).AsTask())));

        var first = copies.Single(copy => copy.Kind == AppendKind.Appended);
        Assert.That(copies.Where(copy => copy.Kind == AppendKind.Duplicate).Select(copy => copy.FirstId).Distinct(), Is.EqualTo(new[] { first.Id }));
    }

    [Test]
    public async Task Should_refuse_other_bytes_under_the_same_identity()
    {
        var first = await Journal.AppendAsync(Given.Message("MSH|one", "GAP|1"), None);

        var second = await Journal.AppendAsync(Given.Message("MSH|two", "GAP|1"), None);
        var record = await Journal.Reader.MessageAsync(second.Id, None);

        Assert.That(second, Is.EqualTo(new AppendResult(AppendKind.Conflict, 2, first.Id)));
        Assert.That((record!.State, record.Acknowledgement, record.OriginKind, record.Payload!.Length), Is.EqualTo((MessageState.Refused, "AE", "conflict", 7L)));
    }

    [Test]
    public async Task Should_keep_the_finding_of_a_conflict()
    {
        var finding = Diagnostic.Of(new("SIM9998", Severity.Error, "in conflict", "ask the sender"), Place.Whole, "in conflict");
        await KeepAsync(Given.Message("MSH|one", "GAP|1") with { ConflictFinding = finding });

        var second = await Journal.AppendAsync(Given.Message("MSH|two", "GAP|1") with { ConflictFinding = finding }, None);

        Assert.That((await Journal.Reader.MessageAsync(1, None))!.Findings, Is.Empty);
        Assert.That((await Journal.Reader.MessageAsync(second.Id, None))!.Findings.Select(one => one.Code.Id), Is.EqualTo(new[] { "SIM9998" }));
    }

    [Test]
    public async Task Should_compare_with_the_first_after_a_conflict()
    {
        await KeepAsync(Given.Message("MSH|one", "GAP|1"));
        await KeepAsync(Given.Message("MSH|two", "GAP|1"));

        Assert.That((await Journal.AppendAsync(Given.Message("MSH|one", "GAP|1"), None)).Kind, Is.EqualTo(AppendKind.Duplicate));
    }

    [Test]
    public async Task Should_accept_other_bytes_where_the_channel_says_so()
    {
        await KeepAsync(Given.Message("MSH|one", "GAP|1"));

        var second = await Journal.AppendAsync(Given.Message("MSH|two", "GAP|1") with { AcceptConflicts = true }, None);
        var copy = await Journal.AppendAsync(Given.Message("MSH|two", "GAP|1") with { AcceptConflicts = true }, None);

        Assert.That(second.Kind, Is.EqualTo(AppendKind.Appended));
        Assert.That((copy.Kind, copy.FirstId), Is.EqualTo((AppendKind.Duplicate, second.Id)));
    }

    [Test]
    public async Task Should_accept_a_duplicate_that_a_command_forces()
    {
        await KeepAsync(Given.Message("MSH|one", "GAP|1"));

        var forced = await Journal.AppendAsync(Given.Message("MSH|one", "GAP|1") with { Force = true }, None);

        Assert.That((forced.Kind, forced.FirstId), Is.EqualTo((AppendKind.Appended, 1L)));
    }

    [TestCase(-1, AppendKind.Duplicate, TestName = "Rejects_a_copy_within_the_window")]
    [TestCase(1, AppendKind.Appended, TestName = "Accepts_a_copy_after_the_window")]
    public async Task Window(int ticksAfterTheFirst, AppendKind expected)
    {
        await KeepAsync(Given.Message("MSH|one", "GAP|1"));

        var later = Given.Message("MSH|one", "GAP|1") with { DuplicatesSince = Given.Now.AddTicks(ticksAfterTheFirst) };

        Assert.That((await Journal.AppendAsync(later, None)).Kind, Is.EqualTo(expected));
    }

    [Test]
    public async Task Should_try_afresh_what_was_refused_before()
    {
        await KeepAsync(Given.Message("MSH|one", "GAP|1") with { State = MessageState.Refused, Acknowledgement = "AE" });

        Assert.That((await Journal.AppendAsync(Given.Message("MSH|one", "GAP|1"), None)).Kind, Is.EqualTo(AppendKind.Appended));
    }

    [Test]
    public async Task Should_not_confuse_establishments()
    {
        await KeepAsync(Given.Message("MSH|one", "GAP|1"));

        var other = Given.Message("MSH|two", "GAP|1") with { Establishment = "690000019" };

        Assert.That((await Journal.AppendAsync(other, None)).Kind, Is.EqualTo(AppendKind.Appended));
    }
}
