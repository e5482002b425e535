using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>Knows conditions that read nothing.</summary>
internal static class Constant
{
    public static bool IsFalse(Expression condition) => condition.Text.Trim() is "false" or "{}" or "true.not()";
}
