using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>One compiled rule. Immutable; all state of a run is in the <see cref="MappingRun"/>.</summary>
internal abstract class Rule(Place place)
{
    /// <summary>Where it is written.</summary>
    public Place Place { get; } = place;

    /// <summary>Writes below <paramref name="target"/>.</summary>
    public abstract void Run(MappingRun run, Target target);
}
