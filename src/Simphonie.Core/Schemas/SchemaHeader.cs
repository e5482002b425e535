namespace Simphonie.Core.Schemas;

/// <summary>The head of every schema file.</summary>
/// <param name="Id">Name as definitions write it, without version: <c>hl7v2/pam-fr</c>.</param>
/// <param name="Version">Version as definitions write it after <c>@</c>: <c>2.11</c>.</param>
/// <param name="Effective">First business date it holds for.</param>
/// <param name="Source">Where the facts come from.</param>
/// <param name="Status">Published standard, hub profile, or a site's own.</param>
public sealed record SchemaHeader(string Id, string Version, DateOnly Effective, string Source, SchemaStatus Status);
