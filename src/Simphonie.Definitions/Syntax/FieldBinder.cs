using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Syntax;

/// <summary>
/// Checks a map against the declarations of its fields and fills in defaults. One finding for each unknown key, missing key and badly shaped value;
/// nothing short-circuits.
/// </summary>
public static class FieldBinder
{
    /// <summary>The map with defaults filled in. Values with findings are left out of it, so that they read as absent.</summary>
    /// <param name="map">As it was read.</param>
    /// <param name="fields">What may stand in it.</param>
    /// <param name="what">What the map is, for findings: <c>step 'map'</c>.</param>
    /// <param name="findings">Where findings go.</param>
    public static Setting.Map Bind(Setting.Map map, IReadOnlyList<FieldDeclaration> fields, string what, DiagnosticBag findings)
    {
        var entries = new List<KeyValuePair<string, Setting>>();
        var places = new List<Place>();
        foreach (var (key, value) in map.Entries)
        {
            if (fields.FirstOrDefault(f => f.Name == key) is not { } field)
            {
                findings.Add(SyntaxCodes.UnknownKey, map.PlaceOf(key), $"'{key}' is not a key of {what}{Suggestion.For(key, fields.Select(f => f.Name))}");
            }
            else if (Check(field, value, findings) is { } bound)
            {
                entries.Add(new(key, bound));
                places.Add(map.PlaceOf(key));
            }
        }

        foreach (var field in fields.Where(f => map[f.Name] is null))
        {
            if (field.Required)
            {
                findings.Add(SyntaxCodes.MissingKey, map.Place, $"{what} needs '{field.Name}': {Sentence(field.Description)}");
            }
            else if (field.Default is { } text && field.Kind is not (FieldKind.Map or FieldKind.List))
            {
                entries.Add(new(field.Name, new Setting.Scalar(text, map.Place)));
                places.Add(map.Place);
            }
        }

        return new(entries, map.Place) { KeyPlaces = places };
    }

    private static Setting? Check(FieldDeclaration field, Setting value, DiagnosticBag findings)
    {
        switch (field.Kind)
        {
            case FieldKind.Any:
                return value;
            case FieldKind.Map:
                return value is Setting.Map map
                    ? field.Fields.Count == 0 ? map : Bind(map, field.Fields, $"'{field.Name}'", findings)
                    : Wrong(field, value, "a map of keys and values", findings);
            case FieldKind.List:
                return CheckList(field, value, findings);
            default:
                return value is Setting.Scalar scalar ? CheckScalar(field, scalar, findings) : Wrong(field, value, "one value", findings);
        }
    }

    /// <summary>A list of one entry may be written as the entry itself.</summary>
    private static Setting.List CheckList(FieldDeclaration field, Setting value, DiagnosticBag findings)
    {
        var items = value is Setting.List list ? list.Items : [value];
        if (field.Fields.Count == 0)
        {
            return new(items, value.Place);
        }

        var bound = new List<Setting>();
        foreach (var item in items)
        {
            if (item is Setting.Map map)
            {
                bound.Add(Bind(map, field.Fields, $"an entry of '{field.Name}'", findings));
            }
            else
            {
                Wrong(field, item, "a list of maps", findings);
            }
        }

        return new(bound, value.Place);
    }

    private static Setting.Scalar? CheckScalar(FieldDeclaration field, Setting.Scalar scalar, DiagnosticBag findings)
    {
        if (scalar.Text.Length == 0)
        {
            findings.Add(SyntaxCodes.Empty, scalar.Place, $"'{field.Name}' has no value.");
            return null;
        }

        switch (field.Kind)
        {
            case FieldKind.Integer when !long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                return Wrong(field, scalar, "a whole number", findings);
            case FieldKind.Integer:
                return InRange(field, scalar, long.Parse(scalar.Text, CultureInfo.InvariantCulture), findings);
            case FieldKind.Number when !decimal.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _):
                return Wrong(field, scalar, "a number such as 1.5", findings);
            case FieldKind.Date when !DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                return Wrong(field, scalar, "a date such as 2026-01-31", findings);
            case FieldKind.Boolean when scalar.Text is not ("true" or "false"):
                return Wrong(field, scalar, "true or false", findings);
            case FieldKind.Duration when !Durations.TryParse(scalar.Text, out _):
                return Wrong(field, scalar, Durations.Form, findings);
            case FieldKind.Choice when !field.Choices.Contains(scalar.Text, StringComparer.Ordinal):
                findings.Add(SyntaxCodes.NotAChoice, scalar.Place, $"'{field.Name}' is one of {string.Join(", ", field.Choices)}{Suggestion.For(scalar.Text, field.Choices)}");
                return null;
            default:
                return scalar;
        }
    }

    private static Setting.Scalar? InRange(FieldDeclaration field, Setting.Scalar scalar, long number, DiagnosticBag findings)
    {
        if (number >= (field.Minimum ?? long.MinValue) && number <= (field.Maximum ?? long.MaxValue))
        {
            return scalar;
        }

        var range = (field.Minimum, field.Maximum) switch
        {
            (not null, not null) => $"from {field.Minimum} to {field.Maximum}",
            (not null, _) => $"at least {field.Minimum}",
            _ => $"at most {field.Maximum}",
        };
        findings.Add(SyntaxCodes.OutOfRange, scalar.Place, $"'{field.Name}' must be {range}{(field.Unit is null ? "" : " " + field.Unit)}.");
        return null;
    }

    private static Setting.Scalar? Wrong(FieldDeclaration field, Setting value, string form, DiagnosticBag findings)
    {
        findings.Add(SyntaxCodes.WrongShape, value.Place, $"'{field.Name}' must be {form}.");
        return null;
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
