using NUnit.Framework;
using Simphonie.Core.Channels;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Endpoints;

/// <summary>
/// What every endpoint promises: frozen bytes leave unchanged, and each outcome says no more than is known.
/// An endpoint passes by a subclass that gives the rig.
/// </summary>
public abstract class EndpointContract
{
    private const string Identity = "01HQ3Z8M5T7VWXK9B2C4D6E8F0";
    private static readonly DateTimeOffset Now = new(2024, 3, 6, 11, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private CancellationTokenSource _timeout = null!;

    [SetUp]
    public void StartClock() => _timeout = new CancellationTokenSource(Patience);

    [TearDown]
    public void StopClock() => _timeout.Dispose();

    [Test]
    public async Task Should_deliver_the_frozen_bytes()
    {
        await using var rig = Create();
        var frozen = Freeze(rig);

        Assert.That(await DeliverAsync(rig, frozen), Is.InstanceOf<DeliveryOutcome.Delivered>());
        Assert.That(rig.Received.Single(), Is.EqualTo(frozen.Body.ToArray()));
    }

    [Test]
    public async Task Should_freeze_the_same_bytes_and_identity_again()
    {
        await using var rig = Create();
        var first = Freeze(rig);
        var second = Freeze(rig);

        Assert.That(second.PeerIdentity, Is.EqualTo(first.PeerIdentity));
        Assert.That(second.Body.ToArray(), Is.EqualTo(first.Body.ToArray()));
    }

    [Test]
    public async Task Should_give_the_same_bytes_when_it_repeats()
    {
        await using var rig = Create();
        var frozen = Freeze(rig);
        await DeliverAsync(rig, frozen);

        Assert.That(await DeliverAsync(rig, frozen, attempt: 2), Is.InstanceOf<DeliveryOutcome.Delivered>());
        Assert.That(rig.Received, Has.All.EqualTo(frozen.Body.ToArray()));
    }

    [TestCase(PeerBreak.Unreachable)]
    [TestCase(PeerBreak.BeforeFirstByte)]
    [TestCase(PeerBreak.AfterLastByte)]
    [TestCase(PeerBreak.DuringAnswer)]
    public async Task Should_say_no_more_than_it_knows(PeerBreak at)
    {
        await using var rig = Create();
        if (!rig.Breaks.Contains(at))
        {
            Assert.Ignore($"a peer of this kind cannot break {at}");
        }

        rig.Break(at);
        var outcome = await DeliverAsync(rig, Freeze(rig));
        Assert.That(outcome, at switch
        {
            PeerBreak.Unreachable => Is.InstanceOf<DeliveryOutcome.Unavailable>(),
            PeerBreak.BeforeFirstByte => Is.InstanceOf<DeliveryOutcome.Unavailable>().Or.InstanceOf<DeliveryOutcome.Unknown>(),
            _ => Is.InstanceOf<DeliveryOutcome.Unknown>(),
        });
    }

    [Test]
    public async Task Should_deliver_again_once_the_peer_is_back()
    {
        await using var rig = Create();
        var frozen = Freeze(rig);
        rig.Break(PeerBreak.Unreachable);
        Assert.That(await DeliverAsync(rig, frozen), Is.InstanceOf<DeliveryOutcome.Unavailable>().With.Property(nameof(DeliveryOutcome.Unavailable.EndpointDown)).True);

        rig.Break(null);
        Assert.That(await DeliverAsync(rig, frozen, attempt: 2), Is.InstanceOf<DeliveryOutcome.Delivered>());
        Assert.That(rig.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Should_send_nothing_when_it_is_cancelled_before()
    {
        await using var rig = Create();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.That(
            async () => await rig.Endpoint.DeliverAsync(Request(Freeze(rig), 1), cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(rig.Received, Is.Empty);
    }

    /// <summary>An endpoint whose peer works.</summary>
    protected abstract IEndpointRig Create();

    private static FrozenDelivery Freeze(IEndpointRig rig) => rig.Endpoint.Freeze(new FreezeRequest(Identity, rig.Body, Now));

    private static DeliveryRequest Request(FrozenDelivery frozen, int attempt) => new(frozen.PeerIdentity, new InlinePayload(frozen.Body), attempt, TimeSpan.FromSeconds(10));

    private async Task<DeliveryOutcome> DeliverAsync(IEndpointRig rig, FrozenDelivery frozen, int attempt = 1) =>
        await rig.Endpoint.DeliverAsync(Request(frozen, attempt), _timeout.Token);
}
