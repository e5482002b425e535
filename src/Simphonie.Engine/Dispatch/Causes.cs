using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Dispatch;

/// <summary>Writes that carry a cause: code, place and sentence, never a value.</summary>
internal static class Causes
{
    public static JournalWrite.UpdateHandling Update(HandlingRecord handling, HandlingState state, int stage, DateTimeOffset at, Diagnostic? cause = null, string? where = null) =>
        new(handling.Id, handling.Version, state, stage, at, cause?.Code.Id, Place(cause, where), cause?.Text);

    public static JournalWrite.UpdateDelivery Update(DeliveryRecord delivery, DeliveryState state, DateTimeOffset at, Diagnostic? cause) =>
        new(delivery.Key, state, null, delivery.Attempts, at, cause?.Code.Id, Place(cause, null), cause?.Text);

    /// <summary><c>2 map: IN1[1]-49.1</c>: the step or endpoint, then the place in the message.</summary>
    public static string? Place(Diagnostic? cause, string? where)
    {
        var place = cause is null || cause.Place == Core.Diagnostics.Place.Whole ? null : cause.Place.ToString();
        return where is null ? place : place is null ? where : $"{where}: {place}";
    }
}
