using Simphonie.Core.Declarations;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Compiles the right-hand sides of rules: expressions and lists of them.</summary>
internal static class ExpressionCompiler
{
    /// <summary>Null with findings when the text is not an expression that the schemas allow.</summary>
    public static RuleExpression? Compile(Setting.Scalar text, ExpressionFrame frame, CompileSession session)
    {
        var scope = frame.ToScope([.. session.Resources]);
        return FhirPathCompiler.Compile(text.Text, scope, text.Place, session.Findings) is { } expression ? new RuleExpression(expression) : null;
    }

    public static ValueSource? CompileValue(Setting setting, ExpressionFrame frame, CompileSession session)
    {
        var expressions = new List<RuleExpression>();
        var items = setting is Setting.List list ? list.Items : [setting];
        foreach (var item in items)
        {
            if (item is not Setting.Scalar scalar)
            {
                session.Findings.Add(MappingCodes.Malformed, item.Place, "a list of values holds expressions only");
            }
            else if (Compile(scalar, frame, session) is { } expression)
            {
                expressions.Add(expression);
            }
        }

        return expressions.Count == items.Count ? new ValueSource(expressions) : null;
    }
}
