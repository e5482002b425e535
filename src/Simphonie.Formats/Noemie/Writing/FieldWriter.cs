using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.Noemie.Writing;

/// <summary>Values as fields: the reverse of how they are read.</summary>
internal static class FieldWriter
{
    /// <summary>False when the value does not fit, or has more decimals than the field: it is never rounded.</summary>
    public static bool Set(EntityText entity, FixedField field, Value value)
    {
        if (value.IsNone)
        {
            return entity.SetText(field, "");
        }

        return field.Content switch
        {
            FieldContent.Decimal or FieldContent.Count => SetNumber(entity, field, value.Text),
            FieldContent.Date or FieldContent.BirthDate when DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
                entity.SetDay(field, day),
            _ => entity.SetText(field, value.Text),
        };
    }

    private static bool SetNumber(EntityText entity, FixedField field, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        for (var i = 0; i < field.Decimals; i++)
        {
            if (Math.Abs(number) > long.MaxValue / 10)
            {
                return false;
            }

            number *= 10;
        }

        return decimal.Truncate(number) == number && Math.Abs(number) <= long.MaxValue && entity.SetNumber(field, (long)number);
    }
}
