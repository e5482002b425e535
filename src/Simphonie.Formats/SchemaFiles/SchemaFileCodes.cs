using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.SchemaFiles;

/// <summary>The codes that a format has for its schema files.</summary>
/// <param name="Unusable">The file cannot be read at all.</param>
/// <param name="BadEntry">A part of it is malformed.</param>
internal sealed record SchemaFileCodes(DiagnosticCode Unusable, DiagnosticCode BadEntry);
