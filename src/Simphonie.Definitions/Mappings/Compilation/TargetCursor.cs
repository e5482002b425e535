using Simphonie.Core.Schemas;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Where in the output's schema a rule stands.</summary>
/// <param name="Schema">Schema of the output; null when the format has none.</param>
/// <param name="Type">Type of the element; null when the schema does not tell, then nothing below is checked.</param>
/// <param name="IsRoot">The rule stands at the root of the output.</param>
internal readonly record struct TargetCursor(ISchema? Schema, string? Type, bool IsRoot = false)
{
    public string? Format => Schema?.Format;

    public TargetCursor Of(string? type) => new(Schema, type);
}
