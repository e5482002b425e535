using System.Text.RegularExpressions;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Reads an HL7 v2 address as a target: <c>IN1</c>, <c>IN1-49</c>, <c>IN1-49.1</c>, <c>IN1-3.4.2</c>; inside a field also <c>CX-1</c>.</summary>
internal static partial class Hl7TargetPath
{
    public static (IReadOnlyList<TargetStep> Steps, TargetCursor End)? Compile(string text, TargetCursor from, Place place, DiagnosticBag findings)
    {
        var match = Address().Match(text);
        if (!match.Success || from.Schema is not { } schema)
        {
            findings.Add(MappingCodes.BadTargetPath, place, $"'{text}' is not an address such as IN1-49.1");
            return null;
        }

        var name = match.Groups["name"].Value;
        if (!schema.HasType(name))
        {
            findings.Add(MappingCodes.UnknownTarget, place, $"{schema.Header.Id} has no '{name}'");
            return null;
        }

        var steps = new List<TargetStep>(4);
        if (from.IsRoot)
        {
            steps.Add(new TargetStep(name, IsList: true, InPlace: true));
        }
        else if (from.Type is { } type && !string.Equals(type, name, StringComparison.Ordinal))
        {
            findings.Add(MappingCodes.UnknownTarget, place, $"'{text}' cannot be set inside {type}");
            return null;
        }

        var end = from.Of(name);
        foreach (Capture number in match.Groups["number"].Captures)
        {
            if (Number(end, number.Value, place, findings) is not { } step)
            {
                return null;
            }

            steps.Add(step.Step);
            end = step.End;
        }

        return steps.Count == 0 ? Nothing(text, place, findings) : (steps, end);
    }

    private static (TargetStep Step, TargetCursor End)? Number(TargetCursor cursor, string number, Place place, DiagnosticBag findings)
    {
        var schema = cursor.Schema!;
        if (cursor.Type is { } type && schema.TryGetElement(type, $"{type}-{number}", out var element))
        {
            return (new TargetStep($"{type}-{number}", element.Max > 1, InPlace: true), cursor.Of(element.Types.Count > 0 ? element.Types[0] : null));
        }

        var known = cursor.Type is { } parent ? schema.ElementNames(parent) : [];
        findings.Add(
            MappingCodes.UnknownTarget,
            place,
            known.Count == 0 ? $"{cursor.Type ?? "the field"} has no parts" : $"{cursor.Type} has no part {number}; its last is {known[^1]}");
        return null;
    }

    private static (IReadOnlyList<TargetStep> Steps, TargetCursor End)? Nothing(string text, Place place, DiagnosticBag findings)
    {
        findings.Add(MappingCodes.BadTargetPath, place, $"'{text}' names what the rule already stands in");
        return null;
    }

    [GeneratedRegex(@"^(?<name>[A-Z][A-Z0-9]{1,2})(-(?<number>[1-9][0-9]*)(\.(?<number>[1-9][0-9]*)){0,2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
