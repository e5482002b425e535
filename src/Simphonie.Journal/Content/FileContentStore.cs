using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Journal.Disk;

namespace Simphonie.Journal.Content;

/// <summary>One file a payload, in a folder a day (UTC): <c>content/2026-01-31/0f3c…</c>. File and names are synced before the payload is returned.</summary>
internal sealed class FileContentStore(string root, TimeProvider timeProvider, Func<Guid> newId) : IContentStore
{
    private readonly Lock _days = new();
    private string? _lastDay;

    public string Root { get; } = root;

    public async ValueTask<Payload?> StoreAsync(Stream source, long limit, Action<ReadOnlyMemory<byte>>? onHead, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Payload.InlineLimit + 1);
        try
        {
            // One byte more than fits in a row tells small from large.
            var read = await source.ReadAtLeastAsync(buffer.AsMemory(0, Payload.InlineLimit + 1), Payload.InlineLimit + 1, throwOnEndOfStream: false, cancellationToken);
            onHead?.Invoke(buffer.AsMemory(0, Math.Min(read, Payload.InlineLimit)));
            if (read > limit)
            {
                return null;
            }

            return read <= Payload.InlineLimit
                ? new InlinePayload(buffer.AsSpan(0, read).ToArray())
                : await WriteAsync(source, buffer, read, limit, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async ValueTask<Payload> StoreAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length <= Payload.InlineLimit)
        {
            return new InlinePayload(bytes);
        }

        var (name, path) = NewFile();
        var stream = new FileStream(path, DataDirectory.PrivateOptions(FileMode.CreateNew, FileAccess.Write));
        await using (stream)
        {
            await stream.WriteAsync(bytes, cancellationToken);
            stream.Flush(flushToDisk: true);
        }

        DirectorySync.Flush(Path.GetDirectoryName(path)!);
        return new StoredPayload(Root, name, bytes.Length, SHA256.HashData(bytes.Span));
    }

    private async ValueTask<Payload?> WriteAsync(Stream source, byte[] buffer, int read, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (name, path) = NewFile();
        var kept = false;
        try
        {
            long length = 0;
            var stream = new FileStream(path, DataDirectory.PrivateOptions(FileMode.CreateNew, FileAccess.Write));
            await using (stream)
            {
                while (read > 0)
                {
                    length += read;
                    if (length > limit)
                    {
                        return null;
                    }

                    hash.AppendData(buffer, 0, read);
                    await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                    read = await source.ReadAsync(buffer, cancellationToken);
                }

                stream.Flush(flushToDisk: true);
            }

            DirectorySync.Flush(Path.GetDirectoryName(path)!);
            kept = true;
            return new StoredPayload(Root, name, length, hash.GetHashAndReset());
        }
        finally
        {
            if (!kept)
            {
                File.Delete(path);
            }
        }
    }

    private (string Name, string Path) NewFile()
    {
        var day = timeProvider.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var folder = Path.Combine(Root, day);
        lock (_days)
        {
            if (_lastDay != day || !Directory.Exists(folder))
            {
                DataDirectory.Create(folder);
                DirectorySync.Flush(Root);
                _lastDay = day;
            }
        }

        var name = $"{day}/{newId():n}";
        return (name, Path.Combine(Root, name));
    }
}
