namespace Simphonie.Formats.FixedWidth;

/// <summary>The key that a field carries.</summary>
public enum FieldKey
{
    None,

    /// <summary>The 13 characters of a NIR; its key of two digits stands right behind the field.</summary>
    Nir,

    /// <summary>Nine characters, the last a key by Luhn's formula: FINESS and numbers of health professionals.</summary>
    Finess,
}
