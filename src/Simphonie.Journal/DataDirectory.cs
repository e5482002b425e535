namespace Simphonie.Journal;

/// <summary>Names in the data directory, and its modes: 0700 for directories, 0600 for files.</summary>
public static class DataDirectory
{
    public const string JournalName = "journal.db";

    public const string ContentName = "content";

    public const string KeyName = "hub.key";

    public const string LockName = "hub.lock";

    public const string ReserveName = "reserve";

    internal const UnixFileMode PrivateDirectory = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    internal const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string Journal(string directory) => Path.Combine(directory, JournalName);

    /// <summary>Makes the directory for its owner only; one that is there is narrowed to that.</summary>
    public static void Create(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }

        Directory.CreateDirectory(directory, PrivateDirectory);
        File.SetUnixFileMode(directory, PrivateDirectory);
    }

    /// <summary>Makes an empty file for its owner only, unless it is there.</summary>
    internal static void Touch(string path)
    {
        using var stream = new FileStream(path, PrivateOptions(FileMode.OpenOrCreate, FileAccess.ReadWrite));
    }

    internal static FileStreamOptions PrivateOptions(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is FileMode.Create or FileMode.CreateNew or FileMode.OpenOrCreate)
        {
            options.UnixCreateMode = PrivateFile;
        }

        return options;
    }
}
