using System.Globalization;
using System.Text;

namespace Simphonie.Journal.Locking;

/// <summary>
/// One writer a data directory: an exclusive lock of the operating system on <c>hub.lock</c>, which a killed process gives back by itself.
/// Who holds it is told by <c>hub.pid</c> beside it, since a locked file cannot be read.
/// </summary>
public sealed class DataDirectoryLock : IDisposable
{
    private const string OwnerName = "hub.pid";

    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a directory, which is made when it is not there. Never waits.</summary>
    public static LockOutcome TryTake(string directory)
    {
        DataDirectory.Create(directory);
        var options = DataDirectory.PrivateOptions(FileMode.OpenOrCreate, FileAccess.ReadWrite);
        options.Share = FileShare.None;
        FileStream file;
        try
        {
            file = new(Path.Combine(directory, DataDirectory.LockName), options);
        }
        catch (IOException)
        {
            return new LockOutcome.Held(ReadOwner(directory));
        }

        WriteOwner(directory);
        return new LockOutcome.Taken(new(file));
    }

    /// <summary>Whether some process holds the lock; takes nothing.</summary>
    public static bool IsHeld(string directory)
    {
        var path = Path.Combine(directory, DataDirectory.LockName);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _file.Dispose();

    private static void WriteOwner(string directory)
    {
        using var owner = new FileStream(Path.Combine(directory, OwnerName), DataDirectory.PrivateOptions(FileMode.Create, FileAccess.Write));
        owner.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
    }

    private static int? ReadOwner(string directory)
    {
        try
        {
            return int.TryParse(File.ReadAllText(Path.Combine(directory, OwnerName)), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (IOException)
        {
            return null; // the holder has not written it yet
        }
    }
}
