namespace Simphonie.Definitions.Routes;

/// <summary>Walks all steps of a route, those of cases included, in order.</summary>
public static class StepWalk
{
    public static IEnumerable<Step> Of(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            yield return step;
            foreach (var inner in step is Step.Choose choose ? Of(choose.Cases.SelectMany(c => c.Steps)) : [])
            {
                yield return inner;
            }
        }
    }
}
