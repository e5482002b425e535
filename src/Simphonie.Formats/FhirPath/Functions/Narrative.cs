using System.Collections.Frozen;
using System.Xml;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>What FHIR allows in a narrative: an XHTML div of basic formatting, with some text or an image, without scripts, forms or outside styles.</summary>
internal static class Narrative
{
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal,
        "div", "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "b", "em", "i", "strong", "small", "big", "tt", "dfn", "q", "var", "abbr", "acronym",
        "cite", "blockquote", "address", "bdo", "kbd", "code", "samp", "pre", "sub", "sup", "ul", "ol", "li", "dl", "dt", "dd", "img", "map", "area", "table", "caption",
        "colgroup", "col", "thead", "tr", "tfoot", "tbody", "th", "td", "ins", "del");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "abbr", "accesskey", "align", "alt", "axis", "bgcolor", "border", "cellhalign", "cellpadding", "cellspacing", "cellvalign", "char", "charoff", "charset", "cite", "class",
        "colspan", "compact", "coords", "dir", "frame", "headers", "height", "href", "hreflang", "hspace", "id", "lang", "longdesc", "name", "nowrap", "rel", "rev", "rowspan", "rules",
        "scope", "shape", "span", "src", "start", "style", "summary", "tabindex", "title", "type", "valign", "value", "vspace", "width", "xml:lang");

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 10_000_000,
    };

    public static bool IsAllowed(string html)
    {
        var says = false;
        try
        {
            using var reader = XmlReader.Create(new StringReader(html), Settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (!IsAllowedElement(reader))
                    {
                        return false;
                    }

                    says |= reader.LocalName == "img";
                }

                says |= reader.NodeType == XmlNodeType.Text && !string.IsNullOrWhiteSpace(reader.Value);
            }
        }
        catch (XmlException)
        {
            return false;
        }

        return says;
    }

    private static bool IsAllowedElement(XmlReader reader)
    {
        if (reader.NamespaceURI != Xhtml || !Elements.Contains(reader.LocalName) || (reader.Depth == 0 && reader.LocalName != "div"))
        {
            return false;
        }

        while (reader.MoveToNextAttribute())
        {
            if (!Attributes.Contains(reader.Name) && reader.Name != "xmlns" && reader.Prefix != "xmlns")
            {
                return false;
            }
        }

        reader.MoveToElement();
        return true;
    }
}
