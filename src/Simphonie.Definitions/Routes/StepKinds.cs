using Simphonie.Definitions.Routes.Steps;

namespace Simphonie.Definitions.Routes;

/// <summary>Every kind of step, in the order of the reference page.</summary>
internal static class StepKinds
{
    public static IReadOnlyList<IStepKind> All { get; } =
    [
        new ValidateKind(),
        new MapKind(),
        new FilterKind(),
        new ChooseKind(),
        new SplitKind(),
        new AggregateKind(),
        new EnrichKind(),
        new CallKind(),
        new SendKind(),
        new RememberKind(),
        new LimitKind(),
        new WorkItemKind(),
        new RaiseKind(),
        new LetKind(),
        new ClassifyKind(),
        new ControlKind(),
        new LotKind(),
        new ReconcileKind(),
        new CarryKind(),
    ];
}
