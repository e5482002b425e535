using Simphonie.Bench.Rows;

namespace Simphonie.Bench;

/// <summary>What rows share: the options, places to write in, and limits of the machine that were measured in this run.</summary>
internal sealed class BenchContext(BenchOptions options, string directory)
{
    private GroupCommitResult? _oneByOne;
    private JournalAloneResult? _journalAlone;
    private string? _filled;
    private int _made;

    public BenchOptions Options => options;

    /// <summary>The folder of the project; set by <c>build/bench</c>.</summary>
    public string Home { get; } = Environment.GetEnvironmentVariable("SIMPHONIE_HOME") ?? throw new InvalidOperationException("Start the benchmarks by build/bench.");

    /// <summary>A directory that nothing has used, removed at the end of the run.</summary>
    public string NewDirectory(string name)
    {
        // Short: the hub's control socket lies in it.
        var path = Path.Combine(directory, $"{name}{Interlocked.Increment(ref _made)}");
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>One message a sync: what a commit costs here when nothing is shared.</summary>
    public GroupCommitResult OneByOne() => _oneByOne ??= GroupCommit.Run(NewDirectory("sync"), 1, 1000);

    /// <summary>The journal in process, with 64 writers that each wait for their commit.</summary>
    public async Task<JournalAloneResult> JournalAloneAsync(CancellationToken cancellationToken) =>
        _journalAlone ??= await JournalAlone.RunAsync(NewDirectory("alone"), 64, 4000, cancellationToken);

    /// <summary>A journal that holds the messages of the options, made once.</summary>
    public async Task<string> FilledAsync(CancellationToken cancellationToken)
    {
        if (_filled is null)
        {
            var path = NewDirectory("filled");
            await FilledJournal.MakeAsync(path, options.Messages, cancellationToken);
            _filled = path;
        }

        return _filled;
    }
}
