using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Channels.Profiles;

/// <summary>A map of a data file that is read field by field: a field that nobody asked for is a finding.</summary>
public sealed class ProfileMap(Setting.Map map, DiagnosticCode code, DiagnosticBag findings)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public Place Place => map.Place;

    public string? Text(string name)
    {
        _known.Add(name);
        return map.Text(name);
    }

    public string Required(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text))
        {
            Wrong(map.PlaceOf(name), $"'{name}' is missing.");
        }

        return text ?? "";
    }

    public int Number(string name, int otherwise)
    {
        var text = Text(name);
        if (text is null)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Wrong(map.PlaceOf(name), $"'{name}' is a number.");
        return otherwise;
    }

    public bool Flag(string name, bool otherwise)
    {
        var text = Text(name);
        if (text is not (null or "true" or "false"))
        {
            Wrong(map.PlaceOf(name), $"'{name}' is true or false.");
        }

        return text is null ? otherwise : text == "true";
    }

    public DateOnly? Date(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Wrong(map.PlaceOf(name), $"'{name}' is a date, yyyy-MM-dd.");
        return null;
    }

    /// <summary>A choice among names; the first when absent.</summary>
    public T Choice<T>(string name, params (string Text, T Value)[] choices)
    {
        var text = Text(name);
        foreach (var (known, value) in choices)
        {
            if (text is null || known == text)
            {
                return value;
            }
        }

        Wrong(map.PlaceOf(name), $"'{name}' is one of {string.Join(", ", choices.Select(choice => choice.Text))}.");
        return choices[0].Value;
    }

    public ProfileMap? Map(string name)
    {
        _known.Add(name);
        return map[name] is Setting.Map inner ? new ProfileMap(inner, code, findings) : null;
    }

    /// <summary>A map as it stands in the file, for whoever reads it by declarations of its own; null when there is none.</summary>
    public Setting.Map? Whole(string name)
    {
        _known.Add(name);
        return map[name] as Setting.Map;
    }

    public IReadOnlyList<ProfileMap> Maps(string name)
    {
        _known.Add(name);
        return map[name] is Setting.List list ? [.. list.Items.OfType<Setting.Map>().Select(item => new ProfileMap(item, code, findings))] : [];
    }

    public IReadOnlyList<string> Texts(string name)
    {
        _known.Add(name);
        return map[name] is Setting.List list ? [.. list.Items.OfType<Setting.Scalar>().Select(item => item.Text)] : [];
    }

    /// <summary>The header under <c>profile</c> that every profile has: id, version, effective, status, source.</summary>
    public SchemaHeader? Header()
    {
        if (Map("profile") is not { } header)
        {
            Wrong(Place, "'profile' with id, version, effective, status and source is missing.");
            return null;
        }

        var made = new SchemaHeader(
            header.Required("id"),
            header.Required("version"),
            header.Date("effective") ?? DateOnly.MinValue,
            header.Required("source"),
            header.Choice("status", ("hub-profile", SchemaStatus.HubProfile), ("published", SchemaStatus.Published), ("site", SchemaStatus.Site)));
        header.End();
        return made;
    }

    /// <summary>Finds the fields that nobody asked for; call it last.</summary>
    public void End()
    {
        foreach (var (name, _) in map.Entries)
        {
            if (!_known.Contains(name))
            {
                Wrong(map.PlaceOf(name), $"'{name}' is not known here; known are {string.Join(", ", _known)}.");
            }
        }
    }

    public void Wrong(Place place, string text) => findings.Add(code, place, text);
}
