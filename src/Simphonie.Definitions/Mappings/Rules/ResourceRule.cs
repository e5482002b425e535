using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>
/// <c>Patient as patient:</c> in a Bundle: an entry with its resource. The full url is a <c>urn:uuid:</c> derived from the handling, the name and the
/// ordinals of the enclosing repetitions, so that a replay gives the same.
/// </summary>
/// <param name="type">Resource type.</param>
/// <param name="name">Name for <c>reference(name)</c>, null for none.</param>
/// <param name="seed">What tells it from the other resources of the mapping.</param>
internal sealed class ResourceRule(string type, string? name, string seed, RuleList rules, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var entry = run.Builder.Append(target.Handle(run), "entry");
        var url = "urn:uuid:" + run.Identify(seed);
        run.Builder.Set(run.Builder.Child(entry, "fullUrl"), Value.Of(url));
        var resource = run.Builder.Append(entry, "resource", type);
        if (name is not null)
        {
            run.References.Add(name, run.Context.Focus, url);
        }

        rules.Run(run, new Target(resource));
    }
}
