using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.FhirPath.Typing;

/// <summary>The text of an expression and where it begins in its file.</summary>
internal sealed class SourceText(string text, Place place)
{
    /// <summary>The place of a position in the expression; a line end inside begins at column 1 of the next line.</summary>
    public Place PlaceOf(int position)
    {
        if (place.Line <= 0)
        {
            return place;
        }

        var before = text.AsSpan(0, Math.Min(position, text.Length));
        var lines = before.Count('\n');
        return lines == 0
            ? place with { Column = place.Column + position }
            : place with { Line = place.Line + lines, Column = before.Length - before.LastIndexOf('\n') };
    }

    public string Cut(int start, int end) => text[start..Math.Min(end, text.Length)];
}
