using Simphonie.Core.Declarations;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Snapshot;

/// <summary>A file that was parsed.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">Its tree.</param>
/// <param name="Header">Its head; null when that cannot be read, and for tables, fragments and tests.</param>
public sealed record ParsedDefinition(DefinitionFile File, Setting.Map Root, DefinitionHeader? Header);
