using System.Buffers;
using System.Text;

namespace Simphonie.Formats.Csv.Writing;

/// <summary>Writes lines of a table (RFC 4180): cells that would be misread are quoted.</summary>
internal sealed class CsvLineWriter(IBufferWriter<byte> writer, char separator)
{
    private readonly SearchValues<char> _quoted = SearchValues.Create(separator, '"', '\r', '\n');
    private readonly byte[] _separator = [(byte)separator];

    public void Write(ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(_separator);
            }

            Cell(cells[i] ?? "");
        }

        writer.Write("\r\n"u8);
    }

    private void Cell(string text)
    {
        // A blank at either end would be taken off by some readers.
        var quoted = text.AsSpan().ContainsAny(_quoted) || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' '));
        Encoding.UTF8.GetBytes(quoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text, writer);
    }
}
