using System.Globalization;
using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Noemie.Schemas;

/// <summary>Reads <c>blocks: LENGTH MORE LAST</c>: length of a block, flag of a data block that another follows, flag of the last one.</summary>
internal static class BlockRow
{
    private const int Shortest = 32;
    private const int LongestBlock = 1024;

    public static BlockLayout Read(SchemaFile file)
    {
        var columns = file.Head("blocks").Split(' ');
        if (columns is [var written, [var more], [var last]] && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var length) &&
            length is >= Shortest and <= LongestBlock && more != last && char.IsAscii(more) && char.IsAscii(last))
        {
            return new BlockLayout(length, (byte)more, (byte)last);
        }

        file.Report(file.Root, "'blocks' is a length and two flags, such as 128 0 1");
        return BlockLayout.Default;
    }
}
