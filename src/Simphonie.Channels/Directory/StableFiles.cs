namespace Simphonie.Channels.Directories;

/// <summary>
/// Remembers size and time of files between looks: a file is complete when neither has changed for the declared time.
/// A sender that writes slowly is waited for; files that vanish are forgotten.
/// </summary>
internal sealed class StableFiles(TimeSpan stable)
{
    private Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>The complete ones of the files that are there now, oldest first.</summary>
    public IReadOnlyList<FileInfo> Complete(IEnumerable<FileInfo> files, DateTimeOffset now)
    {
        var next = new Dictionary<string, Seen>(StringComparer.Ordinal);
        var complete = new List<FileInfo>();
        foreach (var file in files)
        {
            var seen = new Seen(file.Length, file.LastWriteTimeUtc, now);
            if (_seen.TryGetValue(file.Name, out var before) && before.Length == seen.Length && before.Written == seen.Written)
            {
                seen = before;
            }

            next[file.Name] = seen;
            if (now - seen.Since >= stable)
            {
                complete.Add(file);
            }
        }

        _seen = next;
        complete.Sort(static (left, right) =>
            left.LastWriteTimeUtc != right.LastWriteTimeUtc ? left.LastWriteTimeUtc.CompareTo(right.LastWriteTimeUtc) : string.CompareOrdinal(left.Name, right.Name));
        return complete;
    }

    private readonly record struct Seen(long Length, DateTime Written, DateTimeOffset Since);
}
