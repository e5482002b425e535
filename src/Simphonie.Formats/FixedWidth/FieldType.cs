namespace Simphonie.Formats.FixedWidth;

/// <summary>What characters a field is made of.</summary>
public enum FieldType
{
    /// <summary><c>A</c> or <c>F</c>: printable ASCII, left-justified and filled with spaces.</summary>
    Text,

    /// <summary><c>N</c>: digits, right-justified and filled with zeros.</summary>
    Digits,
}
