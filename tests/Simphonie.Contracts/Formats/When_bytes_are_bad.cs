using NUnit.Framework;
using Simphonie.Core.Documents;

namespace Simphonie.Contracts.Formats;

/// <summary>Nothing that arrives may throw: not in reading, not in looking at what was read, not in validating it.</summary>
public abstract class When_bytes_are_bad : FormatContract
{
    [Test]
    public void Should_read_nothing() => Survive([]);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Should_read_noise(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            Survive(bytes);
        }
    }

    [Test]
    public void Should_read_a_message_with_any_byte_replaced()
    {
        var random = new Random(4);
        for (var at = 0; at < Samples.Good.Length; at++)
        {
            var bytes = Samples.Good.ToArray();
            bytes[at] = (byte)random.Next(256);
            Survive(bytes);
        }
    }

    [Test]
    public void Should_read_a_message_cut_anywhere()
    {
        foreach (var bytes in Truncated())
        {
            Survive(bytes);
        }
    }

    [TestCase(100)]
    [TestCase(10_000)]
    public void Should_read_what_is_nested_deeply(int levels) => Survive(Samples.Deep(levels));

    [TestCase(40)]
    [TestCase(100_000)]
    public void Should_read_huge_numbers(int digits) => Survive(Samples.Huge(digits));

    private void Survive(byte[] bytes)
    {
        var document = Read(bytes);
        foreach (var node in Walk.Of(document))
        {
            Assert.That(node.Name, Is.Not.Null);
            Assert.That(node.Place.Offset, Is.LessThanOrEqualTo(bytes.Length));
            Assert.That(node.State is NodeState.Absent or NodeState.Cleared or NodeState.Valued);
            Assert.That(node.Value.Text, Is.Not.Null);
        }

        Assert.That(() => Validate(bytes), Throws.Nothing);
    }
}
