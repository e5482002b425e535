using System.Globalization;
using System.Numerics;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.Xml;

/// <summary>A type of an XSD: the elements and attributes it holds, or the primitive type of its text, or both.</summary>
internal sealed class XsdType(string name, ValueKind kind)
{
    private readonly Dictionary<string, XsdElement> _byName = new(StringComparer.Ordinal);
    private readonly List<XsdElement> _elements = [];

    /// <summary>Name that expressions know it by: the XSD's own, the element's for an anonymous one, or a primitive of FHIRPath.</summary>
    public string Name { get; } = name;

    /// <summary>Kind of its text; <see cref="ValueKind.None"/> for element content.</summary>
    public ValueKind Kind { get; } = kind;

    /// <summary>In the order of the schema; attributes are named <c>@name</c>.</summary>
    public IReadOnlyList<XsdElement> Elements => _elements;

    public XsdElement? Find(string name) => _byName.GetValueOrDefault(name);

    public void Add(XsdElement element)
    {
        if (_byName.TryAdd(element.Name, element))
        {
            _elements.Add(element);
        }
    }

    /// <summary>The value of a text of this type; a text that does not fit stays text: validation says so.</summary>
    public Value Parse(string text)
    {
        var trimmed = Kind == ValueKind.String ? text : text.Trim();
        return Kind switch
        {
            ValueKind.Boolean when trimmed is "true" or "1" => Value.Of(true),
            ValueKind.Boolean when trimmed is "false" or "0" => Value.Of(false),
            ValueKind.Integer when int.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small) => Value.Of(small),
            ValueKind.Integer when long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) => Value.OfLong(large),
            ValueKind.Integer when BigInteger.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => Value.OfDecimalText(trimmed),
            ValueKind.Decimal when decimal.TryParse(trimmed, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => Value.OfDecimalText(trimmed),
            ValueKind.Date => Value.OfDate(trimmed),
            ValueKind.DateTime => Value.OfDateTime(trimmed),
            ValueKind.Time => Value.OfTime(trimmed),
            _ => Value.Of(text),
        };
    }
}

/// <summary>An element or attribute of a type.</summary>
internal sealed record XsdElement(string Name, string Namespace, XsdType Type, int Min, int Max, int Order);
