using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint;

/// <summary>One rule about a whole set of definitions. Pure; looks at everything and adds a finding for each fault.</summary>
internal interface ILintRule
{
    void Check(DefinitionSet set, DiagnosticBag findings);
}
