using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary><c>and</c>, <c>or</c>, <c>xor</c> and <c>implies</c> over true, false and unknown; the right side is not evaluated when the left one decides.</summary>
internal sealed class LogicOperation(string word, Operation left, Operation right, Site site) : Operation
{
    public override void Evaluate(in Frame frame, List<Item> into)
    {
        var first = Singletons.Truth(frame, left, site);
        bool? decided = word switch
        {
            "and" => first == false ? false : null,
            "or" => first == true ? true : null,
            "implies" => first == false ? true : null,
            _ => null,
        };
        if (decided is not null)
        {
            into.Add(decided);
            return;
        }

        var second = Singletons.Truth(frame, right, site);
        into.Add(word switch
        {
            "and" => first & second,
            "or" => first | second,
            "implies" => !first | second,
            _ => first is null || second is null ? null : first != second,
        });
    }
}
