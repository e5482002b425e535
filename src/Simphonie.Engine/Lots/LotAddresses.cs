using Simphonie.Core.Lots;
using Simphonie.Definitions.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>Knows recipients of lots by the number that they answer under.</summary>
internal sealed class LotAddresses(RecipientDirectory recipients, IReadOnlyDictionary<string, ILotFormat> formats)
{
    /// <summary>True when answers of the recipient come under the number.</summary>
    /// <param name="recipient">Code of the recipient.</param>
    /// <param name="number">Number of the sender of an answer.</param>
    public bool Is(string recipient, string number) =>
        recipients.Find(recipient) is { } known && formats.Values.Any(format => string.Equals(format.NumberOf(known.Address), number, StringComparison.Ordinal));
}
