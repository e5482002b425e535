namespace Simphonie.Formats.FhirPath.Functions;

/// <summary>How an argument is read.</summary>
public enum ParameterKind
{
    /// <summary>Evaluated once, where the call stands.</summary>
    Value,

    /// <summary>Evaluated for each item, which is <c>$this</c> inside.</summary>
    Each,

    /// <summary>The name of a type.</summary>
    Type,

    /// <summary>A regular expression.</summary>
    Pattern,

    /// <summary>The name of a code table, as text.</summary>
    Table,

    /// <summary>A name that the mapping gave to what it makes, written bare.</summary>
    Name,
}

/// <summary>One parameter of a function.</summary>
/// <param name="Name">As the signature shows it.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Optional">True when it may be left out.</param>
/// <param name="Repeats">True for a last parameter that may be given any number of times.</param>
public sealed record FunctionParameter(string Name, ParameterKind Kind = ParameterKind.Value, bool Optional = false, bool Repeats = false)
{
    public override string ToString() => Name + (Repeats ? "…" : "") + (Optional ? "?" : "");
}
