using System.Globalization;
using System.Text;

namespace Simphonie.Channels.Mail.Profiles;

/// <summary>
/// Text with names in braces, such as <c>{scheme}{organism}@{organism}.{scheme}.rss.fr</c>; <c>{invoices:5}</c> is padded with zeros to five digits.
/// </summary>
public sealed class MailTemplate
{
    private readonly IReadOnlyList<Piece> _pieces;

    private MailTemplate(IReadOnlyList<Piece> pieces) => _pieces = pieces;

    /// <summary>Names that it asks for.</summary>
    public IEnumerable<string> Names => _pieces.Where(static piece => piece.IsName).Select(static piece => piece.Text);

    /// <summary>Null when a brace is not closed, a name is empty, or a width is none.</summary>
    public static MailTemplate? TryParse(string text)
    {
        var pieces = new List<Piece>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                pieces.Add(new(text[at..], false, 0));
                break;
            }

            if (open > at)
            {
                pieces.Add(new(text[at..open], false, 0));
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                return null;
            }

            var parts = text[(open + 1)..close].Split(':');
            var width = 0;
            if (parts[0].Length == 0 || parts.Length > 2 || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out width)))
            {
                return null;
            }

            pieces.Add(new(parts[0], true, width));
            at = close + 1;
        }

        return new(pieces);
    }

    /// <summary>Null when a name has no value, or one longer than its width.</summary>
    public string? Fill(Func<string, string?> value)
    {
        var text = new StringBuilder();
        foreach (var piece in _pieces)
        {
            if (!piece.IsName)
            {
                text.Append(piece.Text);
                continue;
            }

            if (value(piece.Text) is not { } found || (piece.Width > 0 && found.Length > piece.Width))
            {
                return null;
            }

            text.Append(found.PadLeft(piece.Width, '0'));
        }

        return text.ToString();
    }

    private readonly record struct Piece(string Text, bool IsName, int Width);
}
