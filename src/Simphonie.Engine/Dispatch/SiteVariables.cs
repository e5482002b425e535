using Simphonie.Core.Documents;
using Simphonie.Core.Messages;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Dispatch;

/// <summary>The variables that every expression of a route may read: <c>%hub</c>, <c>%establishment</c> and <c>%world</c>.</summary>
internal static class SiteVariables
{
    public static void Set(EvaluationContext context, string hub, MessageRecord message)
    {
        context.Variables["hub"] = [new Item(Value.Of(hub))];
        context.Variables["establishment"] = [new Item(Value.Of(message.Establishment))];
        context.Variables["world"] = [new Item(Value.Of(message.World == World.Real ? "real" : "test"))];
    }
}
