using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Reads a path of the output and checks it against the output's schema.</summary>
internal static class TargetPathCompiler
{
    /// <summary>The steps and where they end; null with a finding when the path is not one.</summary>
    public static (IReadOnlyList<TargetStep> Steps, TargetCursor End)? Compile(string text, TargetCursor from, Place place, DiagnosticBag findings)
    {
        if (from.Format is "hl7v2")
        {
            return Hl7TargetPath.Compile(text, from, place, findings);
        }

        if (TargetPathText.Split(text) is not { } parts)
        {
            findings.Add(MappingCodes.BadTargetPath, place, $"'{text}' is not a path: names with dots between them, or extension('url')");
            return null;
        }

        var steps = new List<TargetStep>(parts.Count);
        var cursor = from;
        foreach (var part in parts)
        {
            if (Step(part, cursor, place, findings) is not { } step)
            {
                return null;
            }

            steps.Add(step.Step);
            cursor = step.End;
        }

        return (steps, cursor);
    }

    private static (TargetStep Step, TargetCursor End)? Step(TargetPathPart part, TargetCursor cursor, Place place, DiagnosticBag findings)
    {
        if (part.ExtensionUrl is { } url)
        {
            return (new TargetStep("extension", IsList: true, ExtensionUrl: url), cursor.Of("Extension"));
        }

        if (cursor.Schema is not { } schema || cursor.Type is not { } type)
        {
            return (new TargetStep(part.Name, IsList: false), cursor.Of(null));
        }

        if (schema.TryGetElement(type, part.Name, out var element))
        {
            return (new TargetStep(part.Name, element.Max > 1), cursor.Of(element.Types.Count == 1 ? element.Types[0] : null));
        }

        if (schema.HasType(type))
        {
            findings.Add(MappingCodes.UnknownTarget, place, $"{type} has no '{part.Name}'{Suggestion.For(part.Name, schema.ElementNames(type))}");
            return null;
        }

        return (new TargetStep(part.Name, IsList: false), cursor.Of(null));
    }
}
