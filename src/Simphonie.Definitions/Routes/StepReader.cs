using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes;

/// <summary>Finds the kind of a written step and lets it build.</summary>
internal static class StepReader
{
    private static readonly FieldDeclaration s_if = new()
    {
        Name = "if", Kind = FieldKind.Expression, Example = "IN1.exists()", Description = "The step is done only when this is true.",
    };

    /// <summary>The keys of a kind, with those that every kind has.</summary>
    public static IReadOnlyList<FieldDeclaration> FieldsOf(IStepKind kind) => [.. kind.Fields, s_if];

    public static Step? Read(Setting setting, StepBuilder builder)
    {
        if (setting is not Setting.Map map || map.Entries.Count == 0)
        {
            builder.Findings.Add(SyntaxCodes.WrongShape, setting.Place, "a step must be a map that begins with its kind, such as 'validate:'.");
            return null;
        }

        if (KindOf(map) is not { } kind)
        {
            Unknown(map, builder);
            return null;
        }

        var errors = builder.Findings.Count(f => f.Severity == Core.Diagnostics.Severity.Error);
        var bound = FieldBinder.Bind(map, FieldsOf(kind), $"step '{kind.Name}'", builder.Findings);
        var condition = builder.Expression(bound, "if");
        var step = kind.Build(bound, builder);
        return builder.Findings.Count(f => f.Severity == Core.Diagnostics.Severity.Error) > errors || step is null ? null : step with { If = condition };
    }

    /// <summary>A word such as <c>map</c> is a step and also a key of others: the kind that knows all written keys wins, else the one that is written first.</summary>
    private static IStepKind? KindOf(Setting.Map map)
    {
        var keys = map.Entries.Select(e => e.Key).ToList();
        var named = StepKinds.All.Where(k => keys.Contains(k.Name)).ToList();
        return named.FirstOrDefault(k => keys.TrueForAll(key => FieldsOf(k).Any(f => f.Name == key)))
            ?? named.MinBy(k => keys.IndexOf(k.Name));
    }

    private static void Unknown(Setting.Map map, StepBuilder builder)
    {
        var word = map.Entries[0].Key;
        builder.Findings.Add(RouteCodes.UnknownStep, map.PlaceOf(word), $"'{word}' is not a step{Suggestion.For(word, StepKinds.All.Select(k => k.Name))}");
    }
}
