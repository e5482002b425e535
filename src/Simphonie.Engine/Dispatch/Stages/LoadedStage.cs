using Simphonie.Core.Messages;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>A stage that is ready to be run, holding the bytes that its documents read.</summary>
internal sealed class LoadedStage(StageInput input, IReadOnlyList<IDisposable> owned) : IDisposable
{
    public StageInput Input => input;

    public void Dispose()
    {
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }
}
