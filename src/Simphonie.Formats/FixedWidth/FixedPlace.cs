using System.Globalization;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.FixedWidth;

/// <summary>Places in the sender's terms: <c>record 12, 39-47</c>. Records and positions count from 1.</summary>
internal static class FixedPlace
{
    public static Place Of(long record, long offset) =>
        Place.InMessage(string.Create(CultureInfo.InvariantCulture, $"record {record}"), offset);

    /// <param name="record">Number of the record in its file.</param>
    /// <param name="from">First position in the record.</param>
    /// <param name="to">Last position in the record.</param>
    /// <param name="offset">0-based offset of the record in the file.</param>
    public static Place Of(long record, int from, int to, long offset) =>
        Place.InMessage(from == to
            ? string.Create(CultureInfo.InvariantCulture, $"record {record}, {from}")
            : string.Create(CultureInfo.InvariantCulture, $"record {record}, {from}-{to}"), offset + from - 1);
}
