using Simphonie.Core.Messages;

namespace Simphonie.Journal.Content;

/// <summary>A payload that is a file of the content store.</summary>
/// <param name="root">Directory of the content store.</param>
/// <param name="name">File relative to it: day and id.</param>
internal sealed class StoredPayload(string root, string name, long length, ReadOnlyMemory<byte> hash) : Payload
{
    public string Name { get; } = name;

    public override long Length { get; } = length;

    public override ReadOnlyMemory<byte> Hash { get; } = hash;

    public override Stream OpenRead() =>
        new FileStream(Path.Combine(root, Name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);

    public override PayloadLease Lease()
    {
        var file = new MappedFile(Path.Combine(root, Name), Length);
        return new(file.Memory, file);
    }
}
