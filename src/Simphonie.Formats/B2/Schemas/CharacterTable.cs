using System.Text;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>How text is put to printable ASCII: by a declared table, one character to a few. What the table does not know cannot be written.</summary>
internal sealed class CharacterTable
{
    private readonly Dictionary<Rune, string> _table = [];

    /// <summary>Reads rows such as <c>É E</c>; a later row of the same character takes its place.</summary>
    public void Add(SchemaRow row)
    {
        if (row.Text.Split(' ') is [var character, { Length: > 0 } replacement]
            && Rune.DecodeFromUtf16(character, out var rune, out var used) == System.Buffers.OperationStatus.Done && used == character.Length
            && IsPrintable(replacement))
        {
            _table[rune] = replacement;
        }
        else
        {
            row.Report("a character has a row such as: É E, with its replacement in printable ASCII");
        }
    }

    /// <summary>The text in printable ASCII, null when a character has no place in it. Text that is ASCII already is itself.</summary>
    public string? ToAscii(string text)
    {
        if (IsPrintable(text))
        {
            return text;
        }

        var ascii = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (rune.Value is >= ' ' and <= '~')
            {
                ascii.Append((char)rune.Value);
            }
            else if (_table.TryGetValue(rune, out var replacement))
            {
                ascii.Append(replacement);
            }
            else
            {
                return null;
            }
        }

        return ascii.ToString();
    }

    private static bool IsPrintable(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;
}
