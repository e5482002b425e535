using System.Text.RegularExpressions;
using Simphonie.Core.Declarations;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Rules;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Compiles the right-hand sides of rules: expressions and lists of them.</summary>
internal static partial class ExpressionCompiler
{
    /// <summary>Null with findings when the text is not an expression that the schemas allow.</summary>
    public static RuleExpression? Compile(Setting.Scalar text, ExpressionFrame frame, CompileSession session)
    {
        var scope = frame.ToScope([.. session.Resources]);
        if (FhirPathCompiler.Compile(text.Text, scope, text.Place, session.Findings) is not { } expression)
        {
            return null;
        }

        return new RuleExpression(expression, Constant().IsMatch(text.Text) ? ValueOf(expression) : null);
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

    private static List<Item> ValueOf(Expression constant)
    {
        var items = new List<Item>();
        constant.Evaluate(new EvaluationContext(), items);
        return items;
    }

    /// <summary>A text, or a coding of texts: the same for every message, so evaluated once.</summary>
    [GeneratedRegex(@"^\s*('[^'\\]*'|coding\('[^'\\]*',\s*'[^'\\]*'\))\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constant();
}
