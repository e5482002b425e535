namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>Runs stages: documents in, documents and frozen deliveries out. Pure: it writes nothing, sends nothing, waits for nothing.</summary>
internal sealed class StageRunner(StageEnvironment environment)
{
    public StageExecution Begin(StageInput input) => new(environment, input);
}
