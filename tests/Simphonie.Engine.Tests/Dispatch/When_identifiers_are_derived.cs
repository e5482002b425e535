using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Dispatch;

/// <summary>Identifiers of a handling: the same whenever they are derived again, others as soon as anything of it is another.</summary>
public sealed class When_identifiers_are_derived
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private sealed record Root(Guid Journal, long Message, string Establishment, string Route, World World, long? ReplayOf, int Second, bool Answers, byte Payload);

    [Test]
    public void Should_be_equal_exactly_when_what_they_come_from_is() => Prop.ForAll(Roots, Roots, Gen.Elements("request", "answer", "").Two().ToArbitrary(), (one, other, names) =>
    {
        var same = Matters(one) == Matters(other) && names.Item1 == names.Item2;
        return same == (Identity(one).Derive(names.Item1) == Identity(other).Derive(names.Item2))
            && same == (Identity(one).DeriveUuid(names.Item1) == Identity(other).DeriveUuid(names.Item2));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_be_the_hash_of_the_root_in_letters_that_cannot_be_mistaken() => Prop.ForAll(Roots, ArbMap.Default.ArbFor<NonNull<string>>(), (root, name) =>
        Identity(root).Derive(name.Get) == Crockford(SHA256.HashData([.. Seed(root), .. Encoding.UTF8.GetBytes(name.Get)]))).QuickCheckThrowOnFailure();

    [Test]
    public void Should_be_a_uuid_of_version_8() => Prop.ForAll(Roots, root =>
    {
        var text = Identity(root).DeriveUuid("x");
        return Guid.TryParseExact(text, "D", out var uuid) && uuid.Version == 8 && uuid.Variant is >= 8 and <= 11;
    }).QuickCheckThrowOnFailure();

    // The message of an interactive call has no number when its first stage runs, and a handling that is no replay is the same at any time.
    private static Root Matters(Root root) => root.Answers
        ? root with { Message = 0, ReplayOf = null }
        : root with { Payload = 0, Second = root.ReplayOf is null ? 0 : root.Second, ReplayOf = root.ReplayOf is null ? null : 1 };

    private static HandlingIdentity Identity(Root root)
    {
        var route = Routes.Of(root.Route) with { Answer = root.Answers ? "answer" : null };
        var message = new MessageRecord
        {
            Id = root.Message, Establishment = root.Establishment, Channel = "in", Format = "kv", World = root.World, ReceivedAt = s_now, State = MessageState.Routed, Payload = new InlinePayload(new[] { root.Payload }),
        };
        var handling = new HandlingRecord
        {
            Id = 9, Message = root.Message, Establishment = root.Establishment, Route = root.Route, RouteVersion = 1, Revision = "r1", Key = "A", Lane = 0, State = HandlingState.Ready, Stage = 0, Version = 0,
            Now = s_now.AddSeconds(root.Second), ReplayOf = root.ReplayOf,
        };
        return HandlingIdentity.Of(root.Journal, message, handling, route);
    }

    // The layout of the root is a promise to journals that exist: 16 bytes journal, 8 message, 8 time, 32 hash, then the names.
    private static byte[] Seed(Root root)
    {
        var seed = new byte[64];
        root.Journal.ToByteArray().CopyTo(seed, 0);
        var ticks = BitConverter.GetBytes(root.Answers || root.ReplayOf is not null ? s_now.AddSeconds(root.Second).UtcTicks : 0);
        ticks.CopyTo(seed, 24);
        if (root.Answers)
        {
            SHA256.HashData([root.Payload]).CopyTo(seed, 32);
        }
        else
        {
            BitConverter.GetBytes(root.Message).CopyTo(seed, 16);
        }

        return [.. seed, .. Encoding.UTF8.GetBytes($"{root.Establishment}\n{root.World}\n{root.Route}\n")];
    }

    private static string Crockford(byte[] hash)
    {
        var bits = new BigInteger(hash, isUnsigned: true, isBigEndian: true) >> 126;
        var text = new char[26];
        for (var i = 25; i >= 0; i--)
        {
            text[i] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(int)(bits & 31)];
            bits >>= 5;
        }

        return new string(text);
    }

    // Few values of each, so that equal roots come up as well as roots that differ in one thing.
    private static Arbitrary<Root> Roots { get; } = (
        from journal in Gen.Elements(Guid.Parse("6f4fbbde-5d5b-4a4e-9d53-0c4b0a1b2c3d"), Guid.Parse("7f4fbbde-5d5b-4a4e-9d53-0c4b0a1b2c3d"))
        from message in Gen.Elements(1L, 2L, long.MaxValue)
        from establishment in Gen.Elements("750000010", "750000028")
        from route in Gen.Elements("verify", "verify-too")
        from world in Gen.Elements(World.Test, World.Real)
        from replay in Gen.Elements<long?>(null, 1, 2)
        from second in Gen.Choose(0, 1)
        from answers in Gen.Elements(true, false)
        from payload in Gen.Elements((byte)1, (byte)2)
        select new Root(journal, message, establishment, route, world, replay, second, answers, payload)).ToArbitrary();
}
