using Simphonie.Core.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>The types of the tree that expressions and mappings are checked against.</summary>
internal static class B2Types
{
    public static Dictionary<string, Dictionary<string, SchemaElement>> Of(B2LayoutSet layouts)
    {
        var types = new Dictionary<string, Dictionary<string, SchemaElement>>(StringComparer.Ordinal)
        {
            [B2Schema.FileType] = Elements([Records(layouts, "type000", 1), Group("lot", B2Schema.LotType), Records(layouts, "type999", 1)]),
            [B2Schema.LotType] = Elements([Records(layouts, "type1", 1), Group("invoice", B2Schema.InvoiceType), Records(layouts, "type6", 1)]),
            [B2Schema.InvoiceType] = Elements(
            [
                .. Named(layouts, '2').Select(name => Records(layouts, name, name == "type2" ? 1 : int.MaxValue)),
                Group("line", B2Schema.LineType),
                Records(layouts, "type5", 1),
            ]),
            [B2Schema.LineType] = Elements([.. Named(layouts, '3', '4').Select(name => Records(layouts, name, name.Length == "type3".Length ? 1 : int.MaxValue))]),
        };
        foreach (var layout in layouts.All)
        {
            types[layout.TypeName] = Elements(layout.Record.Fields
                .Where(field => !field.IsFiller)
                .Select(field => new SchemaElement(field.Name, [TypeOf(field)], field.Mandatory ? 1 : 0, 1)));
        }

        return types;
    }

    /// <summary>The primitive type that a field is read as.</summary>
    public static string TypeOf(FixedField field) => field.Content switch
    {
        FieldContent.Count => "integer",
        FieldContent.Decimal => "decimal",
        FieldContent.Date when field.Length == FixedDate.Length => "date",
        FieldContent.BirthDate => "date",
        _ => "string",
    };

    private static IEnumerable<string> Named(B2LayoutSet layouts, params char[] types) =>
        layouts.All.Where(layout => types.Contains(layout.Type)).Select(layout => layout.ElementName).Distinct(StringComparer.Ordinal);

    private static SchemaElement Records(B2LayoutSet layouts, string name, int max) =>
        new(name, [.. layouts.Named(name).Select(layout => layout.TypeName)], 0, max);

    private static SchemaElement Group(string name, string type) => new(name, [type], 0, int.MaxValue);

    private static Dictionary<string, SchemaElement> Elements(IEnumerable<SchemaElement> elements)
    {
        var byName = new Dictionary<string, SchemaElement>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            byName.TryAdd(element.Name, element);
        }

        return byName;
    }
}
