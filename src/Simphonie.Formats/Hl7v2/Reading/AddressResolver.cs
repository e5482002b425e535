using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// What an address means seen from a node: the node's own or enclosing NAME; else, inside a group whose structure has a place for NAME,
/// the NAMEs of that group alone (an IN1 without IN2 does not see the IN2 of another cover); else all NAMEs of the message.
/// An address with an occurrence counts in the whole message, except for members of the context's group.
/// </summary>
internal static class AddressResolver
{
    public static void Resolve(Hl7Document document, Hl7Handle context, in Address address, List<Node> into)
    {
        if (address.Occurrence == 0 && TryResolveType(document, context, address, into))
        {
            return;
        }

        var key = SegmentName.Key(address.Name);
        if (key == 0)
        {
            return;
        }

        if (!context.IsRoot && document.SegmentKey(context.Index) == key && address.Occurrence == 0)
        {
            AppendField(document, context.Index, context, address, into);
            return;
        }

        var (from, to) = Scope(document, context, address.Name);
        var occurrence = 0;
        for (var index = from; index < to; index++)
        {
            if (document.SegmentKey(index) == key && (++occurrence == address.Occurrence || address.Occurrence == 0))
            {
                AppendField(document, index, default, address, into);
            }
        }
    }

    /// <summary>Bounds of the group that NAME is looked for in, or of the message.</summary>
    private static (int From, int To) Scope(Hl7Document document, Hl7Handle context, string name)
    {
        // From the inside out: an OBX of a line is in a group of its own within that of FT1.
        for (var opener = context.IsRoot ? -1 : document.OpenerOf(context.Index); opener >= 0; opener = document.OuterOf(opener))
        {
            // From IN2, IN3 or ROL of a cover, IN1 is the IN1 of that cover.
            if (document.SegmentName(opener) == name)
            {
                return (opener, opener + 1);
            }

            if (SegmentGroups.IsMember(document, opener, name))
            {
                var end = opener + 1;
                while (end < document.SegmentCount && document.IsWithin(end, opener))
                {
                    end++;
                }

                return (opener, end);
            }
        }

        return (0, document.SegmentCount);
    }

    private static bool TryResolveType(Hl7Document document, Hl7Handle context, in Address address, List<Node> into)
    {
        if (context.Field == 0 || address.Field == 0)
        {
            return false;
        }

        // From the inside out: the component, then its field.
        if (context.Component > 0)
        {
            var component = context with { SubComponent = 0 };
            if (NodeTypes.OfComponent(document, component) == address.Name)
            {
                NodeChildren.AppendPart(document, component, address.Field, into);
                return true;
            }
        }

        var field = context with { Component = 0, SubComponent = 0 };
        if (NodeTypes.OfField(document, field) != address.Name)
        {
            return false;
        }

        if (address.Component == 0)
        {
            NodeChildren.AppendPart(document, field, address.Field, into);
        }
        else
        {
            NodeChildren.AppendPart(document, field with { Component = address.Field }, address.Component, into);
        }

        return true;
    }

    private static void AppendField(Hl7Document document, int index, Hl7Handle context, in Address address, List<Node> into)
    {
        var segment = Hl7Handle.OfSegment(index);
        if (address.Field == 0)
        {
            into.Add(new Node(document, segment.Pack()));
            return;
        }

        // Seen from one repetition of the same field, the address means that repetition.
        var fields = new List<Node>();
        if (address.Repetition == 0 && context.Field == address.Field)
        {
            fields.Add(new Node(document, (context with { Component = 0, SubComponent = 0 }).Pack()));
        }
        else
        {
            NodeChildren.AppendPart(document, segment, address.Field, fields);
        }

        foreach (var node in fields)
        {
            var field = Hl7Handle.Unpack(node.Handle);
            if (address.Repetition != 0 && field.Repetition != address.Repetition)
            {
                continue;
            }

            switch (address)
            {
                case { Component: 0 }:
                    into.Add(node);
                    break;
                case { SubComponent: 0 }:
                    NodeChildren.AppendPart(document, field, address.Component, into);
                    break;
                default:
                    NodeChildren.AppendPart(document, field with { Component = address.Component }, address.SubComponent, into);
                    break;
            }
        }
    }
}
