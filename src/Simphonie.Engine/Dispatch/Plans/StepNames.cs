using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Dispatch.Plans;

/// <summary>Names of steps as routes write them.</summary>
internal static class StepNames
{
    public static string Of(Step step) => step switch
    {
        Step.Validate => "validate",
        Step.Map => "map",
        Step.Filter => "filter",
        Step.Choose => "choose",
        Step.Split => "split",
        Step.Aggregate => "aggregate",
        Step.Enrich => "enrich",
        Step.Call => "call",
        Step.Send => "send",
        Step.Remember => "remember",
        Step.WorkItem => "work-item",
        Step.Limit => "limit",
        Step.Raise => "raise",
        Step.Lot => "lot",
        Step.Reconcile => "reconcile",
        Step.Carry => "carry",
        Step.Control => "control",
        Step.Classify => "classify",
        Step.Let => "let",
        _ => throw new ArgumentException($"No step runner knows {step.GetType().Name}.", nameof(step)),
    };
}
