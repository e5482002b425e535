using System.Security.Cryptography;
using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_message_is_appended<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_read_back_what_was_kept()
    {
        var append = Given.Message("MSH|kept", "GAP|1") with { ControlId = "000017", Correlation = "c1", FileName = "a.er7", Peer = "127.0.0.1", Schema = "hl7v2/pam-fr@2.11" };

        var result = await Journal.AppendAsync(append, None);
        var record = await Journal.Reader.MessageAsync(result.Id, None);

        Assert.That(result, Is.EqualTo(new AppendResult(AppendKind.Appended, 1, 0)));
        Assert.That(record, Is.Not.Null);
        using var lease = record!.Payload!.Lease();
        Assert.Multiple(() =>
        {
            Assert.That(record with { Payload = null, Findings = [] }, Is.EqualTo(new MessageRecord
            {
                Id = 1,
                Establishment = Given.Establishment,
                Channel = "gap-adt",
                Format = "hl7v2",
                Schema = "hl7v2/pam-fr@2.11",
                World = World.Test,
                ReceivedAt = Given.Now,
                State = MessageState.Received,
                Type = "ADT^A01",
                ControlId = "000017",
                DuplicateKey = "GAP|1",
                Correlation = "c1",
                Acknowledgement = "AA",
                Length = 8,
                FileName = "a.er7",
                Peer = "127.0.0.1",
            } with { Findings = record.Findings }).Using<MessageRecord>((a, b) => (a with { Findings = b.Findings }) == b));
            Assert.That(lease.Memory.ToArray(), Is.EqualTo("MSH|kept"u8.ToArray()));
            Assert.That(record.Payload.Hash.ToArray(), Is.EqualTo(SHA256.HashData("MSH|kept"u8)));
        });
    }

    [Test]
    public async Task Should_number_in_journal_order()
    {
        for (var expected = 1; expected <= 5; expected++)
        {
            Assert.That((await Journal.AppendAsync(Given.Message(), None)).Id, Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Should_keep_an_empty_payload_as_empty()
    {
        var result = await Journal.AppendAsync(Given.Message(""), None);

        var record = await Journal.Reader.MessageAsync(result.Id, None);

        Assert.That(record!.Payload!.Length, Is.Zero);
    }
}
