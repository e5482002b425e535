using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Syntax;
using Simphonie.Formats.FhirPath.Typing;

namespace Simphonie.Formats.FhirPath;

/// <summary>Turns the text of an expression into one that runs, and checks it on the way.</summary>
public static class FhirPathCompiler
{
    /// <summary>Longer texts are no expressions that anybody could maintain.</summary>
    private const int LengthLimit = 32_768;

    /// <summary>
    /// Compiles an expression. Null when a finding of it is an error; all findings of names and types come at once, of syntax the first.
    /// </summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">What it may refer to.</param>
    /// <param name="place">Where it begins in its file; columns of findings count from there.</param>
    /// <param name="findings">Where findings go.</param>
    public static Expression? Compile(string text, ExpressionScope scope, Place place, DiagnosticBag findings)
    {
        var source = new SourceText(text, place);
        if (text.Length > LengthLimit)
        {
            findings.Add(FhirPathCodes.Syntax, place, $"the expression is longer than {LengthLimit} characters");
            return null;
        }

        try
        {
            var tree = Parser.Parse(text, scope.Addresses);
            var own = new DiagnosticBag();
            var bound = new Binder(source, scope, own).BindRoot(tree);
            findings.AddRange(own);
            return own.HasErrors ? null : new CompiledExpression(text, bound.Operation, bound.Type, new Site(text, place));
        }
        catch (SyntaxException wrong)
        {
            findings.Add(wrong.Code, source.PlaceOf(wrong.Position), wrong.Message);
            return null;
        }
    }
}
