using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Delivery;

/// <summary>The work item for a delivery that may or may not have arrived.</summary>
internal static class UnknownWork
{
    public static WorkItemRecord Item(HandlingRecord handling, DeliveryRecord delivery, DiagnosticCode code, DateTimeOffset at) => new()
    {
        Establishment = handling.Establishment,
        Code = code.Id,
        What = $"Find out whether delivery {delivery.Key} arrived at {delivery.Endpoint}; then retry, release or discard handling {handling.Id}.",
        Why = code.Title,
        Message = handling.Message,
        Handling = handling.Id,
        Delivery = delivery.Key,
        OpenedAt = at,
        Identity = $"unknown/{delivery.Key}/{delivery.Attempts}",
    };
}
