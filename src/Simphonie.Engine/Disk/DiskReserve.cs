namespace Simphonie.Engine.Disk;

/// <summary>A file that keeps room on the disk for answers, outcomes and events. Its blocks are really written: a sparse file would keep nothing.</summary>
public sealed class DiskReserve(string path, long bytes)
{
    private const int Block = 1024 * 1024;

    /// <summary>Size of the reserve.</summary>
    public long Bytes => bytes;

    public bool IsHeld => File.Exists(path) && new FileInfo(path).Length >= bytes;

    /// <summary>Takes the room; does nothing when it is held already. False, and nothing taken, when the disk has no room for it.</summary>
    public bool TryHold()
    {
        if (IsHeld)
        {
            return true;
        }

        try
        {
            Write();
            return true;
        }
        catch (IOException)
        {
            // Others fill the disk too: what was begun would only take room from them.
            Release();
            return false;
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Release() => File.Delete(path);

    private void Write()
    {
        var zeros = new byte[Block];
        using var file = new FileStream(path, Options());
        for (var written = 0L; written < bytes; written += Block)
        {
            file.Write(zeros, 0, (int)Math.Min(Block, bytes - written));
        }

        file.Flush(flushToDisk: true);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
