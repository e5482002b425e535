using Simphonie.Formats.FhirPath.Operations;

namespace Simphonie.Formats.FhirPath.Typing;

/// <summary>A part of an expression, ready to run, and what it will give.</summary>
internal readonly record struct Bound(Operation Operation, InferredType Type);
