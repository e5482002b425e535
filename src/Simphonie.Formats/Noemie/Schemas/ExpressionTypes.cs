using System.Collections.Frozen;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Reading;

namespace Simphonie.Formats.Noemie.Schemas;

/// <summary>The types that expressions over a return are checked against.</summary>
internal static class ExpressionTypes
{
    public const string Root = "Return";

    /// <summary>Type and name of an entity that the schema does not know.</summary>
    public const string Unknown = "Entity";

    public const string UnknownName = "entity";

    /// <summary>Fields of an entity that the schema does not know.</summary>
    public static readonly string[] UnknownFields = ["record", "level", "data"];

    public static FrozenDictionary<string, FrozenDictionary<string, SchemaElement>> Of(IReadOnlyList<EntityType> entities)
    {
        var types = new Dictionary<string, FrozenDictionary<string, SchemaElement>>(StringComparer.Ordinal)
        {
            [Root] = Elements(null, entities),
            [Unknown] = UnknownFields.Select(Text).Concat(Below(entities)).ToFrozenDictionary(element => element.Name, StringComparer.Ordinal),
        };
        foreach (var entity in entities)
        {
            types[entity.TypeName] = Elements(entity, entities);
        }

        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A view hides an entity of its name, a field hides both.</summary>
    private static FrozenDictionary<string, SchemaElement> Elements(EntityType? of, IReadOnlyList<EntityType> entities)
    {
        var elements = new Dictionary<string, SchemaElement>(StringComparer.Ordinal);
        foreach (var below in Below(entities))
        {
            elements[below.Name] = below;
        }

        foreach (var view in View.Of(of))
        {
            var names = entities.Where(entity => view.Holds(entity.Number)).Select(entity => entity.TypeName).ToArray();
            if (names.Length > 0)
            {
                elements[view.Name] = new SchemaElement(view.Name, names, 0, view.IsMany ? int.MaxValue : 1);
            }
        }

        foreach (var field in of?.Layout.Fields.Where(field => !field.IsFiller) ?? [])
        {
            elements[field.Name] = new SchemaElement(field.Name, [FieldValue.TypeOf(field)], field.Mandatory ? 1 : 0, 1);
        }

        return elements.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<SchemaElement> Below(IReadOnlyList<EntityType> entities) =>
        entities.Select(entity => new SchemaElement(entity.Name, [entity.TypeName], 0, int.MaxValue))
            .Append(new SchemaElement(UnknownName, [Unknown], 0, int.MaxValue));

    private static SchemaElement Text(string name) => new(name, ["string"], 1, 1);
}
