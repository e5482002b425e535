using System.Globalization;
using System.Text;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>Types and names of nodes, as the document's schema knows them.</summary>
internal static class NodeTypes
{
    public static string? Of(Hl7Document document, Hl7Handle at) => at switch
    {
        { IsRoot: true } => Hl7Schema.MessageType,
        { Field: 0 } => document.Hl7Schema?.Segment(document.SegmentKey(at.Index))?.Name,
        { Component: 0 } => OfField(document, at),
        { SubComponent: 0 } => OfComponent(document, at),
        _ => document.Hl7Schema?.Type(OfComponent(document, at))?[at.SubComponent]?.Type,
    };

    /// <summary>Data type of a field; that of OBX-5 stands in OBX-2.</summary>
    public static string? OfField(Hl7Document document, Hl7Handle at)
    {
        if (document.Hl7Schema is not { } schema)
        {
            return null;
        }

        var type = schema.Segment(document.SegmentKey(at.Index))?[at.Field]?.Type;
        if (type == "varies" && at.Field == 5)
        {
            var named = Encoding.Latin1.GetString(document.Find(at.Index, 2, 1, 1, 0, out _));
            return schema.Types.ContainsKey(named) ? named : type;
        }

        return type;
    }

    public static string? OfComponent(Hl7Document document, Hl7Handle at) =>
        document.Hl7Schema?.Type(OfField(document, at))?[at.Component]?.Type;

    /// <summary><c>CX-5</c> where the owner's type is known, else <c>5</c>.</summary>
    public static string ElementName(Hl7Document document, string? owner, int position)
    {
        if (owner is null)
        {
            return position.ToString(CultureInfo.InvariantCulture);
        }

        var composite = document.Hl7Schema?.Segments.GetValueOrDefault(owner) ?? document.Hl7Schema?.Type(owner);
        return composite?.NameOf(position) ?? string.Create(CultureInfo.InvariantCulture, $"{owner}-{position}");
    }

    /// <summary>The position that a name means under a node: <c>PID-3</c> under PID, <c>CX-1</c> under a CX, a bare number anywhere.</summary>
    public static bool TryChild(Hl7Document document, Hl7Handle at, string name, out int position)
    {
        position = 0;
        if (name.Length > 0 && char.IsAsciiDigit(name[0]))
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out position) && position > 0;
        }

        var owner = at.IsSegment ? document.SegmentName(at.Index) : Of(document, at);
        return owner is not null && Hl7Schema.TryPosition(owner, name, out position);
    }

    /// <summary>True when a field or component is shown with parts: its type has components, or it is of unknown type.</summary>
    public static bool HasParts(Hl7Document document, Hl7Handle at) =>
        Of(document, at) is not { } type || document.Hl7Schema?.Type(type) is not { } known || known.Elements.Count > 0;
}
