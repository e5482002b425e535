using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Simphonie.Journal.Disk;

namespace Simphonie.Journal.Keys;

/// <summary>
/// The hub's own secret, 32 random bytes in the file <c>hub.key</c> (0600). Identities are stored and searched as HMAC-SHA256 under it,
/// cut to 128 bits (RFC 2104 §5 allows half of the hash) and written as 22 characters of base64url.
/// </summary>
public sealed class HubKey
{
    private const int KeyLength = 32;
    private const int PseudonymLength = 16;

    private readonly byte[] _key;

    public HubKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException("the key of a hub has 32 bytes.", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>Reads the key of a data directory, null when it has none. Throws <see cref="JournalRefusedException"/> when it is damaged.</summary>
    public static HubKey? Load(string directory)
    {
        var path = Path.Combine(directory, DataDirectory.KeyName);
        if (!File.Exists(path))
        {
            return null;
        }

        var key = File.ReadAllBytes(path);
        return key.Length == KeyLength
            ? new HubKey(key)
            : throw JournalRefusedException.Of(JournalCodes.BadKey, path, $"the key has {key.Length} bytes instead of {KeyLength}.");
    }

    /// <summary>Reads the key of a data directory, or makes it, durable before it is used.</summary>
    public static HubKey LoadOrCreate(string directory)
    {
        if (Load(directory) is { } known)
        {
            return known;
        }

        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var path = Path.Combine(directory, DataDirectory.KeyName);
        var written = path + ".new";
        using (var stream = new FileStream(written, DataDirectory.PrivateOptions(FileMode.Create, FileAccess.Write)))
        {
            stream.Write(key);
            stream.Flush(flushToDisk: true);
        }

        File.Move(written, path);
        DirectorySync.Flush(directory);
        return new HubKey(key);
    }

    public string Pseudonym(string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetByteCount(value);
        var bytes = length <= 256 ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(value, bytes);
        HMACSHA256.HashData(_key, bytes, hash);
        CryptographicOperations.ZeroMemory(bytes);
        return Base64Url.EncodeToString(hash[..PseudonymLength]);
    }

    public override string ToString() => nameof(HubKey);
}
