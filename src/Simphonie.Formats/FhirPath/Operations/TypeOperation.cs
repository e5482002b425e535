using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Typing;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary><c>is</c> and <c>as</c>.</summary>
internal sealed class TypeOperation(Operation operand, TypeSpecifier type, bool cast, Site site) : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        if (!Singletons.TryOne(frame, operand, site, out var item))
        {
            return;
        }

        var matches = type.Matches(item);
        if (!cast)
        {
            into.Add(matches);
        }
        else if (matches)
        {
            into.Add(item);
        }
    }
}
