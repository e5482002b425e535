using Simphonie.Core.Formats;
using Simphonie.Core.Messages;

namespace Simphonie.Formats.Xml;

/// <summary>
/// What intake must know of an XML message: whether it is readable, and its root's name. XML in general has no control id, so no duplicates are known.
/// Of a message over 64 KiB only the head is seen: that it breaks off there is no fault.
/// </summary>
public sealed class XmlInspector : IMessageInspector
{
    /// <summary>A name, reference or character that the end of the head cuts reads as wrong rather than as truncated.</summary>
    private const int LongestToken = 256;

    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        var message = XmlMessage.Read(head.ToArray(), null, XmlLimits.Default);
        var (_, name) = message.RootName;
        var end = head.Length - LongestToken;
        var breaksOff = head.Length >= Payload.InlineLimit && message.Findings.All(finding => finding.Code == XmlCodes.Truncated || finding.Place.Offset >= end);
        return new Inspection
        {
            Readable = (message.IsWellFormed || breaksOff) && name.Length > 0,
            Type = name.Length == 0 ? null : name,
            Findings = breaksOff ? [] : message.Findings,
        };
    }
}
