using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Formats.Fhir.Schema;

/// <summary>An invariant of a type or element: its key in the definition and its FHIRPath expression, compiled when first needed.</summary>
public sealed class FhirInvariant
{
    private readonly Lazy<Expression?> _compiled;

    internal FhirInvariant(string key, Severity severity, string expression)
    {
        Key = key;
        Severity = severity;
        Expression = expression;
        _compiled = new Lazy<Expression?>(Compile);
    }

    public string Key { get; }

    public Severity Severity { get; }

    /// <summary>As the definition writes it.</summary>
    public string Expression { get; }

    /// <summary>Null when it uses what the hub's FHIRPath leaves out.</summary>
    public Expression? Compiled => _compiled.Value;

    public override string ToString() => Key;

    /// <summary>Unchecked against types: the definitions navigate freely (<c>descendants().reference</c>).</summary>
    private Expression? Compile() =>
        FhirPathCompiler.Compile(Expression, new ExpressionScope { Variables = null }, Place.Whole, new DiagnosticBag());
}
