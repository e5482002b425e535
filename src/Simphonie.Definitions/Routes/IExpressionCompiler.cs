using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes;

/// <summary>Compiles the expressions of definitions against what is known of the documents they read.</summary>
internal interface IExpressionCompiler
{
    /// <summary>Null when a finding is an error.</summary>
    /// <param name="text">The expression and its mark.</param>
    /// <param name="focus">What a path without a variable is read from.</param>
    /// <param name="documents">Documents that may be read as variables.</param>
    /// <param name="findings">Where findings go.</param>
    Expression? Compile(Setting.Scalar text, DocumentShape focus, IReadOnlyDictionary<string, DocumentShape> documents, DiagnosticBag findings);
}
