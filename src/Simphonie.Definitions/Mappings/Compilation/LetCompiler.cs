using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Rules;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Compiles the named values of a <c>let</c> or of the arguments of a fragment.</summary>
internal static class LetCompiler
{
    /// <summary>Compiles in order; each value sees the names above it, or only <paramref name="from"/> when that is given.</summary>
    public static LetBindings Compile(Setting.Map? map, ref ExpressionFrame frame, CompileSession session, ExpressionFrame? from = null)
    {
        var bindings = new List<(string Name, RuleExpression Value, Place Place)>();
        foreach (var (name, value) in map?.Entries ?? [])
        {
            if (value is not Setting.Scalar text)
            {
                session.Findings.Add(MappingCodes.Malformed, value.Place, $"'{name}' needs one expression");
                continue;
            }

            var compiled = ExpressionCompiler.Compile(text, from ?? frame, session);
            frame = frame.With(name, compiled?.Type);
            if (compiled is not null)
            {
                bindings.Add((name, compiled, map!.PlaceOf(name)));
            }
        }

        return new LetBindings(bindings);
    }
}

/// <summary>Named values that go around the rules which use them.</summary>
internal sealed class LetBindings(IReadOnlyList<(string Name, RuleExpression Value, Place Place)> bindings)
{
    public Rule Around(Rule body)
    {
        for (var i = bindings.Count - 1; i >= 0; i--)
        {
            body = new LetRule(bindings[i].Name, bindings[i].Value, body, bindings[i].Place);
        }

        return body;
    }
}
