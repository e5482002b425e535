using Microsoft.Extensions.Logging;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Retaining;

/// <summary>Once an hour, takes away what has been kept for long enough.</summary>
internal sealed class RetentionLoop(IJournal journal, EngineSettings settings, ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_every, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            var now = time.GetUtcNow();
            var reduced = await journal.RetainAsync(now - settings.KeepMessages, now - settings.KeepLedger, cancellationToken).ConfigureAwait(false);
            if (reduced > 0)
            {
                EngineLog.Retained(logger, reduced);
            }
        }
    }
}
