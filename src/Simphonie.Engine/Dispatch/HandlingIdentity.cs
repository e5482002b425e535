using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// The root that every identifier of a handling is derived from, and that can be found again from what the journal keeps:
/// the journal, the message, the route and, for a real replay, its time. The message of an interactive call has no number yet
/// when its first stage runs: its bytes and the handling's own time stand for it.
/// </summary>
internal readonly struct HandlingIdentity
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly byte[] _seed;

    private HandlingIdentity(byte[] seed) => _seed = seed;

    public static HandlingIdentity Of(Guid journal, MessageRecord message, HandlingRecord handling, Route route)
    {
        var name = Encoding.UTF8.GetBytes($"{message.Establishment}\n{message.World}\n{route.Name}\n");
        var seed = new byte[16 + 8 + 8 + 32 + name.Length];
        journal.TryWriteBytes(seed);
        if (route.Answer is null)
        {
            BinaryPrimitives.WriteInt64LittleEndian(seed.AsSpan(16), message.Id);
            BinaryPrimitives.WriteInt64LittleEndian(seed.AsSpan(24), handling.ReplayOf is null ? 0 : handling.Now.UtcTicks);
        }
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(seed.AsSpan(24), handling.Now.UtcTicks);
            message.Payload?.Hash.Span.CopyTo(seed.AsSpan(32));
        }

        name.CopyTo(seed.AsSpan(64));
        return new(seed);
    }

    /// <summary>26 characters of Crockford's base 32: the first 130 bits of SHA-256 over the root and the name.</summary>
    public string Derive(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(name, hash);
        return Base32(hash);
    }

    /// <summary>The same root as text of a UUID of version 8 (RFC 9562): what <c>id('name')</c> gives to expressions and mappings.</summary>
    public string DeriveUuid(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(name, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }

    private void Hash(string name, Span<byte> hash)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(_seed);
        sha.AppendData(Encoding.UTF8.GetBytes(name));
        sha.GetHashAndReset(hash);
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[26];
        var bits = 0;
        var buffer = 0;
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (bits < 5)
            {
                buffer = ((buffer & 0xFF) << 8) | bytes[next++];
                bits += 8;
            }

            bits -= 5;
            text[i] = Alphabet[(buffer >> bits) & 31];
        }

        return new string(text);
    }
}
