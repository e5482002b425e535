using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Routes;

/// <summary>The head that routes, mappings and processes share, known even when the rest of the file is wrong.</summary>
/// <param name="Kind"><c>route</c>, <c>mapping</c> or <c>process</c>.</param>
/// <param name="Name">Name that references use.</param>
/// <param name="Version">Number after <c>@</c>.</param>
/// <param name="Effective">First business date it holds for.</param>
/// <param name="Place">Where the name is written.</param>
public sealed record DefinitionHeader(string Kind, string Name, int Version, DateOnly Effective, Place Place);
