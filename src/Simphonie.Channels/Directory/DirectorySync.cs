using System.Runtime.InteropServices;

namespace Simphonie.Channels.Directories;

/// <summary>Makes names in a folder durable: on Linux a new name survives a power cut only once its folder is synchronised.</summary>
internal static partial class DirectorySync
{
    private const int ReadOnly = 0;

    /// <summary>False when the disk did not confirm. Where the system has no such call (Windows), names are durable with the file.</summary>
    public static bool TryFlush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            return false;
        }

        var flushed = Synchronise(handle) == 0;
        return Close(handle) == 0 && flushed;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronise(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
