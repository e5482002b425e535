using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>The fields of an entity: those of its layout, or number, level and data of one that the schema does not know.</summary>
internal static class EntityFields
{
    public static IReadOnlyList<FixedField> Of(in DocumentEntity entity) => entity.Type?.Layout.Fields ?? Unknown(entity.Length);

    /// <summary>Index of the field of a name, -1 for none.</summary>
    public static int Find(in DocumentEntity entity, string name)
    {
        var fields = Of(entity);
        for (var at = 0; at < fields.Count; at++)
        {
            if (!fields[at].IsFiller && string.Equals(fields[at].Name, name, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }

    private static FixedField[] Unknown(int length) =>
    [
        Text(ExpressionTypes.UnknownFields[0], 1, 3),
        Text(ExpressionTypes.UnknownFields[1], 4, EntityHead.Length),
        Text(ExpressionTypes.UnknownFields[2], EntityHead.Length + 1, Math.Max(length - 1, EntityHead.Length + 1)),
    ];

    private static FixedField Text(string name, int from, int to) => new() { Name = name, Label = name, From = from, To = to, Type = FieldType.Text };
}
