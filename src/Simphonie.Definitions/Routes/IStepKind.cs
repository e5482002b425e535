using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Routes;

/// <summary>
/// A kind of step, named in routes by a stable word. The same class declares its fields, checks them and builds the step,
/// so that lint, run time, editors and the reference page cannot disagree.
/// </summary>
internal interface IStepKind
{
    string Name { get; }

    /// <summary>What it does, for the reference page.</summary>
    string Description { get; }

    /// <summary>A step as one would write it.</summary>
    string Example { get; }

    /// <summary>Its keys; the first is its own name. <c>if</c> is added for every kind.</summary>
    IReadOnlyList<FieldDeclaration> Fields { get; }

    /// <summary>Builds the step from a map that its declarations found no fault in. Null when a finding is an error.</summary>
    Step? Build(Setting.Map step, StepBuilder builder);
}
