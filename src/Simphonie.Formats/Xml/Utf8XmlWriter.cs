using System.Buffers;
using System.Text;

namespace Simphonie.Formats.Xml;

/// <summary>Writes XML forward into a buffer, as UTF-8 without a declaration. The caller balances elements; values are escaped.</summary>
public readonly struct Utf8XmlWriter(IBufferWriter<byte> output)
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\r\n\t");

    /// <summary>Bytes that are already XML.</summary>
    public void Raw(ReadOnlySpan<byte> xml) => output.Write(xml);

    /// <summary><c>&lt;name&gt;</c>; <paramref name="name"/> may have a prefix.</summary>
    public void Start(string name)
    {
        output.Write("<"u8);
        Plain(name);
        output.Write(">"u8);
    }

    /// <summary><c>&lt;name</c>: attributes follow, then <see cref="EndTag"/>.</summary>
    public void OpenTag(string name)
    {
        output.Write("<"u8);
        Plain(name);
    }

    public void EndTag() => output.Write(">"u8);

    public void EmptyTag() => output.Write("/>"u8);

    public void Attribute(string name, string value)
    {
        output.Write(" "u8);
        Plain(name);
        output.Write("=\""u8);
        Escape(value, attribute: true);
        output.Write("\""u8);
    }

    public void End(string name)
    {
        output.Write("</"u8);
        Plain(name);
        output.Write(">"u8);
    }

    public void Text(string value) => Escape(value, attribute: false);

    /// <summary>An element with text; nothing when <paramref name="value"/> is null.</summary>
    public void Element(string name, string? value)
    {
        if (value is not null)
        {
            Start(name);
            Text(value);
            End(name);
        }
    }

    private void Plain(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, output);

    private void Escape(ReadOnlySpan<char> text, bool attribute)
    {
        while (true)
        {
            var at = text.IndexOfAny(Escaped);
            if (at < 0)
            {
                Plain(text);
                return;
            }

            Plain(text[..at]);
            output.Write(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '\r' => "&#13;"u8,
                '"' when attribute => "&quot;"u8,
                '\n' when attribute => "&#10;"u8,
                '\t' when attribute => "&#9;"u8,
                '"' => "\""u8,
                '\n' => "\n"u8,
                _ => "\t"u8,
            });
            text = text[(at + 1)..];
        }
    }
}
