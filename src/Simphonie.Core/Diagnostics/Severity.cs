namespace Simphonie.Core.Diagnostics;

/// <summary>How much a finding weighs. An <see cref="Error"/> makes a validation fail; the others never do.</summary>
public enum Severity
{
    Information,
    Warning,
    Error,
}
