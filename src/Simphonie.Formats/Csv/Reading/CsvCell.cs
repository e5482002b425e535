using System.Text;

namespace Simphonie.Formats.Csv.Reading;

/// <summary>Where a cell lies in the bytes of a table.</summary>
/// <param name="Start">Offset of its first byte, a quotation mark if it has one.</param>
/// <param name="End">Offset behind its last byte.</param>
/// <param name="Next">Where the next cell or line begins.</param>
/// <param name="IsLast">True for the last cell of its line.</param>
/// <param name="IsOpen">True for a quoted cell that never ends.</param>
internal readonly record struct CsvCell(int Start, int End, int Next, bool IsLast, bool IsOpen)
{
    private const byte Quote = (byte)'"';

    /// <summary>The cell that begins at an offset.</summary>
    public static CsvCell At(ReadOnlySpan<byte> bytes, int start, byte separator)
    {
        var end = start;
        var open = false;
        if (start < bytes.Length && bytes[start] == Quote)
        {
            end = Closing(bytes, start + 1);
            open = end < 0;
            end = open ? bytes.Length : end;
        }

        // What stands behind a closing quotation mark belongs to the cell: nothing is dropped.
        var rest = bytes[end..].IndexOfAny(separator, (byte)'\r', (byte)'\n');
        end = rest < 0 ? bytes.Length : end + rest;
        return end == bytes.Length ? new(start, end, end, true, open)
            : bytes[end] == separator ? new(start, end, end + 1, false, open)
            : new(start, end, bytes[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1, true, open);
    }

    /// <summary>The text of the cell, quotation taken off.</summary>
    public string Text(ReadOnlySpan<byte> bytes)
    {
        var cell = bytes[Start..End];
        if (cell is not [Quote, .., Quote] || cell.Length == 1)
        {
            return Encoding.UTF8.GetString(cell);
        }

        return Encoding.UTF8.GetString(cell[1..^1]).Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    // Behind the quotation mark that closes; one that is doubled does not.
    private static int Closing(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var mark = bytes[at..].IndexOf(Quote);
            if (mark < 0)
            {
                return -1;
            }

            at += mark + 1;
            if (at >= bytes.Length || bytes[at] != Quote)
            {
                return at;
            }

            at++;
        }
    }
}
