using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Processes.Evaluation;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.FhirPath.Functions;

namespace Simphonie.Definitions.Processes.Reading;

/// <summary>
/// Compiles the expressions of a process: names are checked against its holds, parameters and declared events, and types by evaluating once over a sample
/// of each declared type, so that what could only fail at run time fails here.
/// </summary>
internal sealed class ProcessExpressions(ProcessParts parts, IReadOnlyDictionary<string, CodeTable> tables, DiagnosticBag findings)
{
    /// <summary>An expression that must give a truth.</summary>
    public Expression? Condition(Setting.Scalar text, string? happening, bool isTimer = false) =>
        Compile(text, happening, isTimer, "a truth", static value => value.Kind == ValueKind.Boolean);

    /// <summary>An expression that must give a moment or a day.</summary>
    public Expression? Instant(Setting.Scalar text) =>
        Compile(text, null, isTimer: true, "a moment", static value => value.Kind is ValueKind.DateTime or ValueKind.Date);

    /// <summary>An expression that must give what a hold takes.</summary>
    public Expression? Hold(Setting.Scalar text, Hold hold, string? happening, bool isTimer) =>
        Compile(text, happening, isTimer, $"'{hold.Kind.ToString().ToLowerInvariant()}' for '{hold.Name}'", value => HoldValue.TryConvert(value, hold.Kind, out _));

    /// <summary>An expression that may give anything.</summary>
    public Expression? Any(Setting.Scalar text, string? happening, bool isTimer) => Compile(text, happening, isTimer, "", static _ => true);

    /// <summary>The key of cases: over the values of an event, which are known only when events are declared.</summary>
    public Expression? Key(Setting.Scalar text) =>
        FhirPathCompiler.Compile(text.Text, new() { Variables = new Dictionary<string, InferredType>(StringComparer.Ordinal), Tables = [.. tables.Keys], Functions = FunctionSet.Standard | FunctionSet.Fhir | FunctionSet.Hub }, text.Place, findings);

    private Expression? Compile(Setting.Scalar text, string? happening, bool isTimer, string wanted, Func<Value, bool> fits)
    {
        var shape = happening is null ? null : parts.Events.GetValueOrDefault(happening);
        var scope = new ExpressionScope
        {
            Schema = new ProcessScope(parts, shape, isTimer),
            Variables = new Dictionary<string, InferredType>(StringComparer.Ordinal),
            Tables = [.. tables.Keys],
            Functions = FunctionSet.Standard | FunctionSet.Fhir | FunctionSet.Hub,
        };
        if (FhirPathCompiler.Compile(text.Text, scope, text.Place, findings) is not { } expression)
        {
            return null;
        }

        var sample = new CaseSample(parts, shape);
        if (sample.Evaluate(expression, tables) is { } wrong)
        {
            findings.Add(ProcessCodes.WrongType, text.Place, wrong);
            return null;
        }

        if (sample.Result is { } result && !fits(result))
        {
            findings.Add(ProcessCodes.WrongType, text.Place, $"the expression gives {Name(result.Kind)}, and {wanted} is needed.");
            return null;
        }

        return expression;
    }

    private static string Name(ValueKind kind) => kind switch
    {
        ValueKind.None => "nothing",
        ValueKind.Integer or ValueKind.Long => "a whole number",
        _ => "a value of type " + kind,
    };
}
