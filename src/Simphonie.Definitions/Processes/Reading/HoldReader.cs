using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Processes.Reading;

/// <summary>Reads what cases hold and what events carry.</summary>
internal static class HoldReader
{
    private static readonly string[] s_kinds = ["money", "instant", "date", "text", "integer"];

    public static IReadOnlyList<Hold> Read(Setting.Map? map, IReadOnlyList<string> taken, DiagnosticBag findings)
    {
        var holds = new List<Hold>();
        foreach (var (name, value) in map?.Entries ?? [])
        {
            var place = map!.PlaceOf(name);
            if (!IsIdentifier(name) || taken.Contains(name, StringComparer.Ordinal))
            {
                findings.Add(ProcessCodes.BadHold, place, $"'{name}' cannot be the name of a value: letters, digits and '_', and none of {string.Join(", ", taken)}.");
            }
            else if (Kind(value) is not { } kind)
            {
                findings.Add(ProcessCodes.BadHold, value.Place, $"the type of '{name}' is one of {string.Join(", ", s_kinds)}, with '?' when it may be empty{Near(value)}");
            }
            else
            {
                var (type, initial) = Part(value);
                holds.Add(new(name, kind, type.EndsWith('?'), place) { Default = initial });
            }
        }

        return holds;
    }

    public static IReadOnlyDictionary<string, EventShape> Events(Setting.Map? map, DiagnosticBag findings)
    {
        var events = new Dictionary<string, EventShape>(StringComparer.Ordinal);
        foreach (var (name, value) in map?.Entries ?? [])
        {
            if (value is Setting.Map values)
            {
                events[name] = new(name, Read(values, ["name", "at"], findings), map!.PlaceOf(name));
            }
            else
            {
                findings.Add(SyntaxCodes.WrongShape, value.Place, $"the values of the event '{name}' are a map of names and types, {{}} for none.");
            }
        }

        return events;
    }

    /// <summary>The type, and what follows after '='.</summary>
    private static (string Type, string? Default) Part(Setting value)
    {
        var text = (value as Setting.Scalar)?.Text ?? "";
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (text.Trim(), null) : (text[..equals].Trim(), text[(equals + 1)..].Trim());
    }

    private static HoldKind? Kind(Setting value) => Part(value).Type.TrimEnd('?') switch
    {
        "money" => HoldKind.Money,
        "instant" => HoldKind.Instant,
        "date" => HoldKind.Date,
        "text" => HoldKind.Text,
        "integer" => HoldKind.Integer,
        _ => null,
    };

    private static string Near(Setting value) => value is Setting.Scalar scalar ? Suggestion.For(Part(scalar).Type.TrimEnd('?'), s_kinds) : "";

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
