using System.Xml.Schema;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.Xml;

/// <summary>Turns a compiled XSD into the types that expressions and builders are checked against.</summary>
internal sealed class XsdTypeGraph
{
    private static readonly (XmlTypeCode Code, ValueKind Kind, string Name)[] Primitives =
    [
        (XmlTypeCode.Boolean, ValueKind.Boolean, "boolean"),
        (XmlTypeCode.Integer, ValueKind.Integer, "integer"),
        (XmlTypeCode.Decimal, ValueKind.Decimal, "decimal"),
        (XmlTypeCode.Date, ValueKind.Date, "date"),
        (XmlTypeCode.DateTime, ValueKind.DateTime, "dateTime"),
        (XmlTypeCode.Time, ValueKind.Time, "time"),
        (XmlTypeCode.String, ValueKind.String, "string"),
    ];

    private readonly Dictionary<ValueKind, XsdType> _primitives = [];
    private readonly Dictionary<XmlSchemaType, XsdType> _made = [];

    public Dictionary<string, XsdType> Types { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Namespace, string Name), XsdType> Roots { get; } = [];

    public static XsdTypeGraph Of(XmlSchemaSet set)
    {
        var graph = new XsdTypeGraph();
        foreach (var (_, kind, name) in Primitives)
        {
            graph._primitives[kind] = graph.Types[name] = new XsdType(name, kind);
        }

        foreach (XmlSchemaElement element in set.GlobalElements.Values)
        {
            graph.Roots[(element.QualifiedName.Namespace, element.QualifiedName.Name)] = graph.TypeOf(element.ElementSchemaType!, element.QualifiedName.Name);
        }

        return graph;
    }

    private XsdType TypeOf(XmlSchemaType type, string anonymousName)
    {
        if (type is not XmlSchemaComplexType complex)
        {
            return Primitive(type.TypeCode);
        }

        if (_made.TryGetValue(type, out var known))
        {
            return known;
        }

        var name = complex.QualifiedName.IsEmpty ? anonymousName : complex.QualifiedName.Name;
        var made = new XsdType(name, complex.ContentModelKind());
        _made.Add(type, made);
        Types.TryAdd(name, made);
        foreach (XmlSchemaAttribute attribute in complex.AttributeUses.Values)
        {
            made.Add(new XsdElement("@" + attribute.QualifiedName.Name, attribute.QualifiedName.Namespace, Primitive(attribute.AttributeSchemaType!.TypeCode),
                attribute.Use == XmlSchemaUse.Required ? 1 : 0, 1, -1));
        }

        AddParticle(made, complex.ContentTypeParticle, optional: false, repeats: false);
        return made;
    }

    private void AddParticle(XsdType owner, XmlSchemaParticle particle, bool optional, bool repeats)
    {
        optional |= particle.MinOccurs == 0;
        repeats |= particle.MaxOccurs > 1;
        if (particle is XmlSchemaElement element)
        {
            var name = element.QualifiedName.Name;
            owner.Add(new XsdElement(name, element.QualifiedName.Namespace, TypeOf(element.ElementSchemaType!, $"{owner.Name}.{name}"),
                optional ? 0 : 1, repeats ? int.MaxValue : 1, owner.Elements.Count));
        }
        else if (particle is XmlSchemaGroupBase group)
        {
            foreach (XmlSchemaParticle item in group.Items)
            {
                AddParticle(owner, item, optional || group is XmlSchemaChoice, repeats);
            }
        }
    }

    private XsdType Primitive(XmlTypeCode code) => _primitives[KindOf(code)];

    internal static ValueKind KindOf(XmlTypeCode code) => code switch
    {
        XmlTypeCode.Boolean => ValueKind.Boolean,
        XmlTypeCode.Decimal => ValueKind.Decimal,
        XmlTypeCode.Date => ValueKind.Date,
        XmlTypeCode.DateTime => ValueKind.DateTime,
        XmlTypeCode.Time => ValueKind.Time,
        >= XmlTypeCode.Integer and <= XmlTypeCode.PositiveInteger => ValueKind.Integer,
        _ => ValueKind.String,
    };
}

/// <summary>What the compiled schema says of a complex type's text.</summary>
internal static class XsdContent
{
    public static ValueKind ContentModelKind(this XmlSchemaComplexType type) => type.ContentType switch
    {
        XmlSchemaContentType.TextOnly => XsdTypeGraph.KindOf(type.TypeCode),
        XmlSchemaContentType.Mixed => ValueKind.String,
        _ => ValueKind.None,
    };
}
