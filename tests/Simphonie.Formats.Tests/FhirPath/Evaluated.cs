using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Formats.Tests.FhirPath;

/// <summary>An expression, compiled without any check of names and evaluated over a document.</summary>
internal static class Evaluated
{
    public static readonly DateTimeOffset Now = new(2024, 3, 6, 11, 30, 15, 250, TimeSpan.FromHours(1));

    private static readonly ExpressionScope Untyped = new() { Variables = null, Tables = null, References = null };

    /// <summary>The written form of each item, separated by <c> | </c>; a finding that is an error throws.</summary>
    public static string Of(string expression, Document? document = null) => string.Join(" | ", ItemsOf(expression, document).Select(item => item.Value.Text));

    public static List<Item> ItemsOf(string expression, Document? document = null)
    {
        var context = new EvaluationContext { Now = Now };
        if (document is not null)
        {
            context.Focus = document.Root;
        }

        var items = In(expression, context);
        Assert.That(context.Findings, Is.Empty, "findings of evaluation");
        return items;
    }

    public static List<Item> In(string expression, EvaluationContext context, ExpressionScope? scope = null)
    {
        var findings = new DiagnosticBag();
        var compiled = FhirPathCompiler.Compile(expression, scope ?? Untyped, Place.Whole, findings);
        Assert.That(compiled, Is.Not.Null, () => string.Join("; ", findings));
        var items = new List<Item>();
        compiled!.Evaluate(context, items);
        return items;
    }
}
