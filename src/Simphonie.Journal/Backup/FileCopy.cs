using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Simphonie.Journal.Backup;

/// <summary>Copies files durably, and links what never changes where the disk allows it.</summary>
internal static class FileCopy
{
    /// <summary>Hard link on the same disk: files of the content store are never written again. A copy elsewhere.</summary>
    public static async Task LinkAsync(string source, string target, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || Link(source, target) != 0)
        {
            await CopyAsync(source, target, cancellationToken);
        }
    }

    /// <summary>Copies to a new file of 0600, synced; returns the SHA-256 of what was copied.</summary>
    public static async Task<byte[]> CopyAsync(string source, string target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
        try
        {
            var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            await using (from)
            {
                var to = new FileStream(target, DataDirectory.PrivateOptions(FileMode.CreateNew, FileAccess.Write));
                await using (to)
                {
                    int read;
                    while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
                    {
                        hash.AppendData(buffer, 0, read);
                        await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                    }

                    to.Flush(flushToDisk: true);
                }
            }

            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static async Task<byte[]> HashAsync(string path, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        await using (stream)
        {
            return await SHA256.HashDataAsync(stream, cancellationToken);
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string source, [MarshalAs(UnmanagedType.LPUTF8Str)] string target);
}
