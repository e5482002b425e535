using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Operations;
using Simphonie.Formats.FhirPath.Typing;

namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>An argument that names a type; it has no value.</summary>
internal sealed class TypeArgument(TypeSpecifier type) : Operation
{
    public TypeSpecifier Type { get; } = type;

    public override void Evaluate(in Frame frame, List<Item> into)
    {
    }
}
