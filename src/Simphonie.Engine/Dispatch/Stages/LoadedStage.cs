using Simphonie.Core.Journal;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>A stage that is ready to be run, holding the bytes that its documents read.</summary>
internal sealed class LoadedStage(StageInput input, Course? course, IReadOnlyList<DeliveryRecord> earlier, IReadOnlyList<IDisposable> owned) : IDisposable
{
    public StageInput Input => input;

    /// <summary>What the stage was loaded from; null when the journal was read.</summary>
    public Course? Course => course;

    /// <summary>Deliveries of the stages before, as they were when the stage was loaded.</summary>
    public IReadOnlyList<DeliveryRecord> Earlier => earlier;

    public void Dispose()
    {
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }
}
