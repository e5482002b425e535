using Microsoft.Extensions.Logging;

namespace Simphonie.Engine;

/// <summary>Runs the engine's loops; one that breaks is told and begun again, and health shows it meanwhile.</summary>
internal sealed class EngineLoops(ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(1);
    private readonly List<Task> _loops = [];
    private int _broken;

    public bool AllRun => Volatile.Read(ref _broken) == 0;

    public void Start(string name, Func<CancellationToken, Task> loop, CancellationToken stopping) =>
        _loops.Add(Task.Run(() => RunAsync(name, loop, stopping), CancellationToken.None));

    /// <summary>Completes when all have ended, after their token was cancelled.</summary>
    public Task EndedAsync() => Task.WhenAll(_loops);

    private async Task RunAsync(string name, Func<CancellationToken, Task> loop, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await loop(stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                EngineLog.LoopFailed(logger, name, exception.GetType().Name);
                Interlocked.Increment(ref _broken);
                await Task.Delay(s_again, time, CancellationToken.None).ConfigureAwait(false);
                Interlocked.Decrement(ref _broken);
            }
        }
    }
}
