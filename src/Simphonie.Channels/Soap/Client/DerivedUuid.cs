using System.Security.Cryptography;
using System.Text;

namespace Simphonie.Channels.Soap.Client;

/// <summary>UUIDs that follow from an identity, so that freezing the same delivery again gives the same bytes.</summary>
internal static class DerivedUuid
{
    /// <summary>UUID version 8 (RFC 9562, 5.8) of the SHA-256 of identity and purpose.</summary>
    public static string Of(string identity, string purpose)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}/{purpose}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}
