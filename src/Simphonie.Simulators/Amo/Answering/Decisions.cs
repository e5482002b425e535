using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simphonie.Core.Lots;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Decides about an invoice by its key and the seed alone: the same invoice always ends the same way.</summary>
internal sealed class Decisions(AmoSettings settings)
{
    private const uint TenThousand = 10_000;

    /// <summary>Why the invoice is rejected, null when it is paid.</summary>
    public RejectionReason? Of(InvoiceKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{settings.Seed}/{key}")), hash);
        var drawn = BinaryPrimitives.ReadUInt64LittleEndian(hash) % TenThousand;
        return drawn < (ulong)settings.RejectionsPerTenThousand ? RejectionReason.All[hash[^1] % RejectionReason.All.Count] : null;
    }
}
