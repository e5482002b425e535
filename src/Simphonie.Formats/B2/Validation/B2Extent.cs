namespace Simphonie.Formats.B2.Validation;

/// <summary>What the bytes are meant to be.</summary>
public enum B2Extent
{
    /// <summary>From 000 to 999.</summary>
    File,

    /// <summary>One lot, from 1 to 6.</summary>
    Lot,

    /// <summary>One invoice, from 2 to 5.</summary>
    Invoice,
}
