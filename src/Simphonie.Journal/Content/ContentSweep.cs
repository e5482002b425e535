using Simphonie.Journal.Sql.Reading;

namespace Simphonie.Journal.Content;

/// <summary>
/// Removes files that no row refers to: written before a crash, or for a commit that failed. Which files there are is asked before anything
/// new can be written, so that a file whose commit is under way is never among them.
/// </summary>
internal sealed class ContentSweep
{
    private readonly string _root;
    private readonly List<string> _names = [];

    public ContentSweep(string root)
    {
        _root = root;
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            _names.Add(Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'));
        }
    }

    /// <summary>How many were removed.</summary>
    public int Run(SqlSource source, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var name in _names)
        {
            if (source.First<long>("select count(*) from payloads where content = @name", new { name }, cancellationToken) == 0)
            {
                File.Delete(Path.Combine(_root, name));
                removed++;
            }
        }

        return removed;
    }
}
