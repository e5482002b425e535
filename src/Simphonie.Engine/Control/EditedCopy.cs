using System.Globalization;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Control;

/// <summary>The envelope of a message that a human edited: that of its original, with other bytes, and remembering where it comes from.</summary>
internal static class EditedCopy
{
    public static MessageAppend Of(MessageRecord original, Payload payload, Inspection? inspection, DateTimeOffset now) => new()
    {
        Establishment = original.Establishment,
        Channel = original.Channel,
        Format = original.Format,
        Schema = original.Schema,
        World = original.World,
        ReceivedAt = now,
        State = MessageState.Received,
        Type = inspection?.Type ?? original.Type,
        ControlId = inspection?.ControlId ?? original.ControlId,
        Correlation = original.Correlation ?? original.Id.ToString(CultureInfo.InvariantCulture),
        Origin = original.Id,
        OriginKind = "edited",
        Keys = inspection?.Keys ?? [],
        Findings = inspection?.Findings ?? [],
        Payload = payload,
    };
}
