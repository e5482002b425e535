using System.Globalization;

namespace Simphonie.Journal.Retention;

/// <summary>Removes files of the content store after the commit that dropped their last reference; what a crash leaves is swept at the next start.</summary>
internal sealed class ContentRemoval(string root)
{
    public void Remove(List<string> names)
    {
        foreach (var name in names)
        {
            File.Delete(Path.Combine(root, name));
        }
    }

    /// <summary>Removes folders of days before the given instant that hold nothing any more; later ones may be about to be written to.</summary>
    public void RemoveEmptyDays(DateTimeOffset before)
    {
        var limit = before.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            if (string.CompareOrdinal(Path.GetFileName(folder), limit) < 0 && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }
}
