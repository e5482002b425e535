using System.Security.Cryptography;
using NUnit.Framework;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_payload_is_large<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    private const int Large = 48 * 1024 * 1024;

    [Test]
    public async Task Should_come_back_whole_with_flat_memory()
    {
        using var source = new RepeatingStream(Large);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var payload = await Journal.Content.StoreAsync(source, long.MaxValue, onHead: null, None);
        var id = await KeepAsync(Given.Message() with { Payload = payload! });
        var kept = (await Journal.Reader.MessageAsync(id, None))!.Payload!;
        var (hash, length) = await ReadAsync(kept);

        Assert.That(length, Is.EqualTo(Large));
        Assert.That(hash, Is.EqualTo(kept.Hash.ToArray()));
        Assert.That(kept.Hash.ToArray(), Is.EqualTo(payload!.Hash.ToArray()));
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(Large / 4), "other tests run beside this one, yet nobody holds it whole");
        using var lease = kept.Lease();
        Assert.That(lease.Memory.Length, Is.EqualTo(Large));
        Assert.That(SHA256.HashData(lease.Memory.Span), Is.EqualTo(hash));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(Payload.InlineLimit)]
    [TestCase(Payload.InlineLimit + 1)]
    public async Task Should_not_matter_to_whom_reads(int length)
    {
        using var source = new RepeatingStream(length);

        var payload = await Journal.Content.StoreAsync(source, long.MaxValue, onHead: null, None);
        var id = await KeepAsync(Given.Message() with { Payload = payload! });
        var kept = (await Journal.Reader.MessageAsync(id, None))!.Payload!;

        Assert.That((await ReadAsync(kept)).Length, Is.EqualTo(length));
        Assert.That(kept.Hash.ToArray(), Is.EqualTo(SHA256.HashData(RepeatingStream.Bytes(length))));
    }

    [Test]
    public async Task Should_keep_bytes_of_memory_the_same_way()
    {
        var bytes = RepeatingStream.Bytes(200_000);

        var payload = await Journal.Content.StoreAsync(bytes, None);

        Assert.That(payload, Is.Not.InstanceOf<InlinePayload>());
        Assert.That((await ReadAsync(payload)).Hash, Is.EqualTo(SHA256.HashData(bytes)));
    }

    [TestCase(100)]
    [TestCase(Payload.InlineLimit)]
    [TestCase(200_000)]
    public async Task Should_stop_at_the_limit_and_show_the_head(int limit)
    {
        using var source = new RepeatingStream(limit + 1);
        byte[] head = [];

        var payload = await Journal.Content.StoreAsync(source, limit, bytes => head = bytes.ToArray(), None);

        Assert.That(payload, Is.Null);
        Assert.That(head, Is.EqualTo(RepeatingStream.Bytes(Math.Min(limit + 1, Payload.InlineLimit))));
    }

    [Test]
    public void Should_be_refused_when_it_was_not_stored_first()
    {
        var payload = new InlinePayload(new byte[Payload.InlineLimit + 1]);

        Assert.That(() => KeepAsync(Given.Message() with { Payload = payload }), Throws.ArgumentException);
    }

    private static async Task<(byte[] Hash, long Length)> ReadAsync(Payload payload)
    {
        await using var stream = payload.OpenRead();
        var counted = new CountingStream(stream);
        return (await SHA256.HashDataAsync(counted), counted.Count);
    }
}
