using System.Security.Cryptography;
using System.Text;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// Events to business cases. Their identity is that of the cause, not of the message's number: the sender's own identity of the message,
/// the route, the key and the place in the route. A copy or a replay raises the same event again.
/// </summary>
internal static class CaseEvents
{
    public const string Dead = "handling-dead";
    public const string Unknown = "delivery-unknown";
    public const string Expired = "handling-expired";
    public const string Discarded = "handling-discarded";

    public static bool IsOfEngine(string kind) => kind is Dead or Unknown or Expired or Discarded;

    public static CaseEvent Of(string kind, MessageRecord message, HandlingRecord handling, DeliveryKey? delivery, DateTimeOffset at)
    {
        var origin = message.DuplicateKey ?? message.ControlId ?? (message.Payload is { } payload ? Convert.ToHexStringLower(payload.Hash.Span) : "");
        var place = delivery is { } key ? $"{key.Stage}.{key.Ordinal}" : "";
        var cause = $"{message.Establishment}\n{message.World}\n{handling.Route}\n{OwnKey(handling)}\n{origin}\n{kind}\n{place}";
        return new(
            message.Establishment,
            message.World,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cause))),
            kind,
            handling.Key,
            message.Id,
            handling.Id,
            at);
    }

    // The key of a message without one is made of its number, which a copy does not share.
    private static string OwnKey(HandlingRecord handling) => handling.Key.StartsWith("message/", StringComparison.Ordinal) ? "" : handling.Key;
}
