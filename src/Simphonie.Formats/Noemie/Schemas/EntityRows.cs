using System.Globalization;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.FixedWidth.Checking;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Noemie.Schemas;

/// <summary>
/// Reads <c>entities:</c>, rows <c>number name role, role</c>. Roles: <c>group</c> (an entity 990 closes it; outer ones first), <c>unit</c> (the group around it counts it),
/// <c>amount FIELD [SIGN]</c> (adds to every group around it and to the file).
/// </summary>
internal static class EntityRows
{
    public static List<EntityType> Read(SchemaFile file, IReadOnlyDictionary<string, FixedRecord> records)
    {
        var entities = new List<EntityType>();
        var groups = 0;
        foreach (var row in file.Rows(file.Root, "entities"))
        {
            var columns = row.Text.Split(' ', 3);
            if (columns.Length < 2 || !int.TryParse(columns[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || columns[0].Length != 3 || !char.IsAsciiLetterLower(columns[1][0]))
            {
                row.Report("an entity has a row: number of three digits, name, roles");
            }
            else if (!records.TryGetValue(columns[0], out var layout) || layout.Length > CharacterMap.MaxWords * 64)
            {
                row.Report($"'records' has no {columns[0]} of at most {CharacterMap.MaxWords * 64} characters");
            }
            else
            {
                var roles = columns.Length < 3 ? [] : columns[2].Split(", ");
                entities.Add(Entity(row, number, columns[1], layout, roles, groups));
                groups += roles.Contains("group", StringComparer.Ordinal) ? 1 : 0;
            }
        }

        return entities;
    }

    private static EntityType Entity(SchemaRow row, int number, string name, FixedRecord layout, string[] roles, int groups)
    {
        FixedField? amount = null;
        FixedField? sign = null;
        foreach (var role in roles)
        {
            var columns = role.Split(' ');
            if (columns[0] == "amount" && columns.Length is 2 or 3)
            {
                amount = Field(row, layout, columns[1]);
                sign = columns.Length == 3 ? Field(row, layout, columns[2]) : null;
            }
            else if (role is not ("group" or "unit"))
            {
                row.Report($"'{role}' is none of group, unit, amount FIELD [SIGN]");
            }
        }

        return new EntityType
        {
            Number = number,
            Name = name,
            TypeName = char.ToUpperInvariant(name[0]) + name[1..],
            Layout = layout,
            Group = roles.Contains("group", StringComparer.Ordinal) ? groups : -1,
            IsUnit = roles.Contains("unit", StringComparer.Ordinal),
            Amount = amount,
            Sign = sign,
        };
    }

    private static FixedField? Field(SchemaRow row, FixedRecord layout, string name)
    {
        var field = layout.Field(name);
        if (field is null)
        {
            row.Report($"the entity has no field '{name}'");
        }

        return field;
    }
}
