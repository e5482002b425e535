using System.Globalization;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Noemie.Entities;

/// <summary>Places in the sender's terms: <c>block 3, entity 12 (198), 15-22</c>. Blocks, entities and positions count from 1; the 000 is entity 1.</summary>
internal static class EntityPlace
{
    public static Place OfBlock(long block, long position) =>
        Place.InMessage(string.Create(CultureInfo.InvariantCulture, $"block {block}"), position);

    /// <param name="block">Number of the block, 0 in a plain stream.</param>
    /// <param name="index">Number of the entity in the file.</param>
    /// <param name="number">Number that says what it is, -1 when it is none.</param>
    /// <param name="from">First position in the entity, 0 for the whole.</param>
    /// <param name="to">Last position in the entity.</param>
    /// <param name="position">Where in the file it stands.</param>
    public static Place Of(long block, long index, int number, int from, int to, long position)
    {
        var where = block > 0 ? string.Create(CultureInfo.InvariantCulture, $"block {block}, ") : "";
        var what = number >= 0 ? string.Create(CultureInfo.InvariantCulture, $" ({number:000})") : "";
        var span = from == 0 ? "" : from == to
            ? string.Create(CultureInfo.InvariantCulture, $", {from}")
            : string.Create(CultureInfo.InvariantCulture, $", {from}-{to}");
        return Place.InMessage(string.Create(CultureInfo.InvariantCulture, $"{where}entity {index}{what}{span}"), position);
    }
}
