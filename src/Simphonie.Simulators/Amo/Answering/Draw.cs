using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>What comes of a seed and a text, always the same of the same.</summary>
/// <param name="OfTenThousand">0 to 9999, to be compared with a share.</param>
/// <param name="Choice">0 to 65535, to choose among what the share allows.</param>
internal readonly record struct Draw(int OfTenThousand, int Choice)
{
    private const int TenThousand = 10_000;

    public static Draw Of(int seed, string what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{what}")), hash);
        return new((int)(BinaryPrimitives.ReadUInt64LittleEndian(hash) % TenThousand), BinaryPrimitives.ReadUInt16LittleEndian(hash[^sizeof(ushort)..]));
    }
}
