using System.Text;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

/// <summary>Values that tests begin with.</summary>
public static class Given
{
    public const string Establishment = "750000018";

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 30, 0, TimeSpan.Zero);

    public static InlinePayload Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    public static MessageAppend Message(string text = "MSH|one", string? duplicateKey = null, params BusinessKey[] keys) => new()
    {
        Establishment = Establishment,
        Channel = "gap-adt",
        Format = "hl7v2",
        World = World.Test,
        ReceivedAt = Now,
        State = MessageState.Received,
        Type = "ADT^A01",
        Acknowledgement = "AA",
        ConflictAcknowledgement = "AE",
        DuplicateKey = duplicateKey,
        DuplicatesSince = Now.AddDays(-7),
        Payload = Bytes(text),
        Keys = keys,
    };

    public static HandlingInsert Handling(long message, string? key = "dossier/1", string route = "cdri-at-admission") => new()
    {
        Establishment = Establishment,
        Message = message,
        Route = route,
        RouteVersion = 1,
        Revision = "r1",
        Key = key,
        Lane = 3,
        Now = Now,
    };

    public static DeliveryRecord Delivery(DeliveryKey key, string endpoint = "cdri", DateTimeOffset? nextAt = null, string body = "<request/>") => new()
    {
        Key = key,
        Establishment = Establishment,
        World = World.Test,
        Endpoint = endpoint,
        Kind = "send",
        State = DeliveryState.Pending,
        PeerIdentity = $"peer-{key}",
        CreatedAt = Now,
        NextAt = nextAt ?? Now,
        Body = Bytes(body),
    };
}
