using System.Xml;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;

namespace Simphonie.Formats.Xml;

/// <summary>Tells the name of the root element, and refuses what does not begin as XML without a DTD.</summary>
public sealed class XmlInspector : IMessageInspector
{
    private static readonly XmlReaderSettings s_settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(head.ToArray(), writable: false), s_settings);
            return reader.MoveToContent() == XmlNodeType.Element
                ? new() { Readable = true, Type = reader.LocalName }
                : Unreadable("The message has no root element.");
        }
        catch (XmlException exception)
        {
            return Unreadable($"The message is not readable as XML at line {exception.LineNumber}, column {exception.LinePosition}.");
        }
    }

    private static Inspection Unreadable(string text) =>
        new() { Readable = false, Findings = [Diagnostic.Of(XmlCodes.NotWellFormed, Place.Whole, text)] };
}
